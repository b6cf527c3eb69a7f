import type { Recommendation, Worksheet } from '../../../shared/worksheet.ts';
import { isWeighed } from '../../../shared/worksheet.ts';

export const BLANK_RECOMMENDATION: Recommendation = {
  source: '',
  says: 'for',
  question: 'treatment-benefit',
  design: '',
  year: '',
  quality: '',
};

/** Where two recommendations compete there is one on each side. */
export const NEW_WORKSHEET: Worksheet = {
  recommendations: [BLANK_RECOMMENDATION, { ...BLANK_RECOMMENDATION, says: 'against' }],
  prevailing: null,
  reason: '',
};

const lowerFirst = (words: string): string =>
  /^[A-Z][a-z]/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
const ended = (words: string): string => (/[.!?]$/u.test(words.trim()) ? words.trim() : `${words.trim()}.`);

const sentenceOf = ({ source, says, design, year, quality }: Recommendation): string =>
  `${source.trim()}${year.trim() === '' ? '' : ` (${year.trim()})`} recommends ${says} the request; its strength of evidence is ${lowerFirst(design.trim())}${quality.trim() === '' ? '' : ` (${quality.trim()})`}.`;

/** The weighing as the rationale tells it (8 CCR 9792.25.1); empty while it is not complete. */
export const worksheetSentences = (worksheet: Worksheet): string => {
  const prevailing = worksheet.prevailing === null ? undefined : worksheet.recommendations[worksheet.prevailing];
  if (!isWeighed(worksheet) || prevailing === undefined) return '';
  const stated = worksheet.recommendations.filter(({ source, design }) => source.trim() !== '' && design.trim() !== '');
  return [
    ...stated.map(sentenceOf),
    `The recommendation of ${prevailing.source.trim()} prevails: ${ended(lowerFirst(worksheet.reason.trim()))}`,
  ].join(' ');
};

/** The worksheet in one line for its card. */
export const worksheetLine = (worksheet: Worksheet): string => {
  const prevailing = worksheet.prevailing === null ? undefined : worksheet.recommendations[worksheet.prevailing];
  if (!isWeighed(worksheet) || prevailing === undefined) return 'Not weighed to the end yet';
  return `${prevailing.source} prevails, ${prevailing.says} the request`;
};
