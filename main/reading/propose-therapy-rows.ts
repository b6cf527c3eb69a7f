import type { Encounter } from './find-encounters.ts';
import type { Proposal, Reading } from './proposal.ts';
import type { Line } from './read-lines.ts';
import { headingOf } from './section-headings.ts';
import { upperFirst } from './sentence-case.ts';

const MODALITIES: readonly (readonly [RegExp, string])[] = [
  [/chiropract/i, 'chiropractic treatment'],
  [/acupunct/i, 'acupuncture'],
  [/occupational|hand therapy/i, 'occupational therapy'],
  [/physical|pt\b/i, 'physical therapy'],
];
const modalityOf = (title: string): string => MODALITIES.find(([pattern]) => pattern.test(title))?.[1] ?? 'therapy';

const ABSENT = /\bno[- ]?show|cancel+ed|\bcx\b|did not attend|missed/i;
const SCORES = /(\d{1,2}(?:\.\d)?\s?\/\s?10)[\s,>→-]{1,14}(\d{1,2}(?:\.\d)?\s?\/\s?10)/;
const NUMBER_OF = /^(?:visit\s*#?\s*)?(\d{1,2})\s+(?:of|\/)\s+(\d{1,2})\b/i;
const NUMBER = /^#?(\d{1,2})[.)]?\s/;

/** A row of a flow sheet: its date begins the line, and what follows are columns, not sentences of a note. */
export const isTherapyRow = ({ lines, isEntry }: Encounter): boolean => {
  const [first] = lines;
  if (!isEntry || first === undefined || headingOf(first.text) !== null) return false;
  const row = first.text.replace(/\s+/g, ' ');
  return (
    !lines.slice(0, 3).some(({ text }) => /^[SOAP]\s*:/.test(text)) &&
    (SCORES.test(row) ||
      /^\d{1,2}\/10\b/.test(row) ||
      ABSENT.test(row) ||
      /^(?:[A-Za-z,&/ +-]{2,70}|(?:\S+ ){1,14}\S+)$/.test(row)) &&
    !/\b(?:he|she|patient|pt)\s+(?:is|was|has|reports|states|returns)\b/i.test(first.text)
  );
};

type Row = { readonly visit: Encounter; readonly line: Line; readonly whole: string };

/** The row as printed from the start of its line, where the number of the visit stands before the date. */
const rowOf = (reading: Reading, visit: Encounter): Row | null => {
  const [line] = visit.lines;
  const text = reading.source.pages.find(({ page }) => page === line?.page)?.text;
  if (line === undefined || text === undefined) return null;
  const start = text.lastIndexOf('\n', line.start - 1) + 1;
  const indent = /^\s*/.exec(text.slice(start, line.end))?.[0].length ?? 0;
  return { visit, line: { ...line, start: start + indent }, whole: text.slice(start + indent, line.end) };
};

const statementOf = ({ line, whole }: Row, { speech, description }: Reading): string => {
  const who = speech.pronoun === null ? 'The patient' : upperFirst(speech.pronoun);
  const modality = modalityOf(description.title);
  if (ABSENT.test(line.text)) return `${who} did not attend ${modality}.`;
  const counted = NUMBER_OF.exec(whole);
  const visit =
    counted !== null
      ? `visit ${counted[1] ?? ''} of ${counted[2] ?? ''} of ${modality}`
      : NUMBER.test(whole)
        ? `visit ${NUMBER.exec(whole)?.[1] ?? ''} of ${modality}`
        : modality;
  const scores = SCORES.exec(line.text);
  const single = /\b(\d{1,2}\s?\/\s?10)\b/.exec(line.text)?.[1];
  const pain =
    scores === null
      ? single === undefined
        ? ''
        : `; pain was ${single}`
      : `; pain was ${scores[1] ?? ''} before and ${scores[2] ?? ''} after`;
  return `${who} attended ${visit}${pain}.`;
};

/** One entry for each row of a therapy flow sheet. */
export const proposeTherapyRow = (reading: Reading, visit: Encounter): Proposal[] => {
  const row = rowOf(reading, visit);
  if (row === null) return [];
  return [
    {
      kind: 'therapy',
      text: statementOf(row, reading),
      ranges: [row.line],
      dating: visit,
      reason: 'Row of a flow sheet that begins with its date.',
      section: 'rendered',
    },
  ];
};
