import { lowerFirst, upperFirst, withFullStop } from '../sentence-case.ts';
import { withArticle } from './noun-phrase.ts';
import { inLetterVoice, type Speech } from './write-statement.ts';

/** A study as a label, then what it showed. */
const STUDY =
  /^((?:MRI|X-?rays?|CT|EMG|NCS|EMG\/NCS|ultrasound|films|radiographs?)\b(?:(?!\b(?:was|were|is|are|and then)\b)[^:.]){0,50}):\s*([A-Za-z\d].{6,})$/i;

/** What is said of the study itself, before what it showed. */
const DONE = /\s+(?:reviewed|results?|findings?|report|today|done|obtained|taken|films?|reveals?|shows?)$/i;
const PART =
  /^(?:(?:MRI|X-?rays?|CT|EMG|NCS|EMG\/NCS|ultrasound|films|radiographs?)|of|the|a|an|left|right|bilateral|lumbar|cervical|thoracic|spine|shoulders?|elbows?|wrists?|hands?|hips?|knees?|ankles?|f(?:oo|ee)t|fingers?|thumb|pelvis|chest|back|neck|ribs?|arms?|legs?|upper|lower|extremit(?:y|ies)|with|without|contrast|scan|views?|two|three|four|\d|and|,|\(.*\)|[\d/.-]+|dated|from|on|ap|lateral|plain|weight|bearing|standing|tibia|fibula|radius|ulna|humerus|femur|clavicle|scapula|sacrum|coccyx|lumbosacral)$/i;

/** The study's name with its article; null where the label says more than study, part and side. */
const nameOf = (label: string): string | null => {
  const bare = label.trim().replace(DONE, '').replace(DONE, '');
  if (!bare.split(/[\s,]+/).every((word) => word === '' || PART.test(word))) return null;
  return withArticle(
    bare
      .replace(/^X-?RAY/i, 'X-ray')
      .replace(/\b[A-Z]{4,}\b/g, (word) => word.toLowerCase())
      .replace(/^(MRI|X-rays?|CT) (?!of|scan|the)(?=\S)/i, '$1 of the '),
  );
};

/**
 * `X-RAY RIGHT WRIST: Displaced fracture` as `An X-ray of the right wrist showed a displaced fracture.`; empty for
 * other words.
 */
export const studyStatement = (text: string, speech: Speech): string => {
  const [, label, found = ''] = STUDY.exec(text) ?? [];
  const name = label === undefined ? null : nameOf(label);
  return name === null
    ? ''
    : withFullStop(upperFirst(`${name} showed ${withArticle(lowerFirst(inLetterVoice(found, speech)))}`));
};
