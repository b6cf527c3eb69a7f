import { lowerFirst, upperFirst, withFullStop } from '../sentence-case.ts';
import { withArticle } from './complete-sentence.ts';
import { inLetterVoice, type Speech } from './write-statement.ts';

/** A study as a label, then what it showed. */
const STUDY =
  /^((?:MRI|X-?rays?|CT|EMG|NCS|EMG\/NCS|ultrasound|films|radiographs?)\b(?:(?!\b(?:was|were|is|are|and then)\b)[^:.]){0,50}):\s*([A-Za-z\d].{6,})$/i;

const nameOf = (label: string): string =>
  withArticle(
    label
      .replace(/^X-?RAY/, 'X-ray')
      .replace(/\b[A-Z]{4,}\b/g, (word) => word.toLowerCase())
      .replace(/^(MRI|X-ray|CT) (?!of|scan|the)/i, '$1 of the '),
  );

/**
 * `X-RAY RIGHT WRIST: Displaced fracture` as `An X-ray of the right wrist showed a displaced fracture.`; empty for
 * other words.
 */
export const studyStatement = (text: string, speech: Speech): string => {
  const [, label, found = ''] = STUDY.exec(text) ?? [];
  return label === undefined
    ? ''
    : withFullStop(upperFirst(`${nameOf(label)} showed ${withArticle(lowerFirst(inLetterVoice(found, speech)))}`));
};
