import type { Encounter } from './find-encounters.ts';
import { listed } from './propose-diagnoses.ts';
import type { Proposal } from './proposal.ts';
import type { Line } from './read-lines.ts';
import { lowerFirst } from './sentence-case.ts';

/** A substance, then what was found; the negation stands first and belongs to the result. */
const RESULT_ROW =
  /^([A-Z][A-Za-z\d /()'-]{1,40}?)\s*:?\s+((?:not|none)\s+detected|negative|positive|detected|present|absent|none found)\b(.*)$/i;
const ODD = /inconsistent|not prescribed|unexpected|not expected|\babnormal\b/i;

type Row = {
  readonly line: Line;
  readonly name: string;
  readonly isFound: boolean;
  /** As the laboratory puts it: `Negative`, not `Not detected`. */
  readonly isNegative: boolean;
  readonly isOdd: boolean;
};

/** `THC` stays what it is; other names go small, as in a sentence. */
const nameOf = (words: string): string => (/^[A-Z\d-]{2,5}$/.test(words) ? words : lowerFirst(words).toLowerCase());

const rowOf = (line: Line): Row | null => {
  const [, name = '', result = '', rest = ''] = RESULT_ROW.exec(line.text) ?? [];
  if (name === '' || /\b(?:is|was|were|result|report|test|screen)\b/i.test(name)) return null;
  return {
    line,
    name: nameOf(name.trim()),
    isFound: /^(?:positive|detected|present)/i.test(result),
    isNegative: /^negative/i.test(result),
    isOdd: ODD.test(rest.replace(/\bnot inconsistent\b/i, '')),
  };
};

const odd = (rows: readonly Row[]): string => {
  const names = rows.filter(({ isOdd }) => isOdd).map(({ name }) => name);
  return names.length === 0 ? '' : `; ${listed(names)} ${names.length === 1 ? 'was' : 'were'} reported as inconsistent`;
};

/**
 * What a drug test found and what it did not, each row with its negation; what the laboratory calls inconsistent is
 * told by itself.
 */
export const proposeDrugTest = (visit: Encounter): Proposal[] => {
  const rows = visit.lines.flatMap((line) => rowOf(line) ?? []);
  const found = rows.filter(({ isFound }) => isFound);
  const missing = rows.filter(({ isFound }) => !isFound);
  const tell = (own: readonly Row[], said: (names: string) => string, what: string): Proposal[] =>
    own.length === 0
      ? []
      : [
          {
            kind: 'medication',
            text: said(listed(own.map(({ name }) => name))),
            ranges: own.map(({ line }) => line),
            dating: visit,
            reason: `${what} of the drug test, ${visit.basis}.`,
            section: 'results',
          },
        ];
  const notFound = (isOdd: boolean, isNegative: boolean): Row[] =>
    missing.filter((row) => row.isOdd === isOdd && row.isNegative === isNegative);
  const inconsistent = ', reported as inconsistent with the prescription';
  const none = (isOdd: boolean, isNegative: boolean, what: string): Proposal[] => {
    const own = notFound(isOdd, isNegative);
    const verb = `${own.length === 1 ? 'was' : 'were'} ${isNegative ? 'negative' : 'not detected'}`;
    return tell(own, (names) => `In a urine drug test, ${names} ${verb}${isOdd ? inconsistent : ''}.`, what);
  };
  return [
    ...tell(found, (names) => `A urine drug test was positive for ${names}${odd(found)}.`, 'Positive results'),
    ...none(true, false, 'Result called inconsistent'),
    ...none(true, true, 'Result called inconsistent'),
    ...none(false, false, 'Negative results'),
    ...none(false, true, 'Negative results'),
  ];
};
