import { findDates } from '../../shared/find-dates.ts';
import { foldSpace } from '../../shared/letter.ts';
import type { Identity } from './checks/check.ts';

const NAME = "[A-Z][a-zA-Z'’-]+(?:,? [A-Z][a-zA-Z'’.-]*){1,3}";
const DEGREE =
  '(?:M\\.?D\\.?|D\\.?O\\.?|D\\.?C\\.?|D\\.?P\\.?M\\.?|Ph\\.?D\\.?|Psy\\.?D\\.?|P\\.?T\\.?|D\\.?P\\.?T\\.?|O\\.?T\\.?R?|L\\.?Ac\\.?|P\\.?A\\.?-?C?|N\\.?P\\.?|R\\.?N\\.?|Q\\.?M\\.?E\\.?)(?![A-Za-z])';

type Rule = { readonly kind: Identity['kind']; readonly instead: string; readonly pattern: RegExp };

/** What is printed before a name, a number or an address in records, and what stands for it in a letter. */
const RULES: readonly Rule[] = [
  {
    kind: 'name',
    instead: 'the injured worker',
    pattern: new RegExp(
      `\\b(?:patient|employee|injured worker|claimant|applicant|member)(?:['’]s)?(?:\\s+name)?[ \\t]*:[ \\t]*(${NAME})`,
      'giu',
    ),
  },
  {
    kind: 'name',
    instead: 'the injured worker',
    pattern: new RegExp(`^[ \\t]*(?:re|name)[ \\t]*:[ \\t]*(${NAME})`, 'gimu'),
  },
  {
    kind: 'name',
    instead: 'the employer',
    pattern: /\b(?:[Ee]mployer|EMPLOYER)(?:\s+name)?[ \t]*:[ \t]*([A-Z][^\n:;|]{2,60}?)(?=\s{2,}|\n|;|$)/gu,
  },
  { kind: 'name', instead: 'the treating physician', pattern: new RegExp(`\\b(${NAME}?),?[ \\t]+${DEGREE}`, 'gu') },
  {
    kind: 'name',
    instead: 'the treating physician',
    pattern: new RegExp(`\\b(?:Dr\\.?|Doctor)[ \\t]+(${NAME}|[A-Z][a-z'’-]{2,})`, 'gu'),
  },
  {
    kind: 'number',
    instead: 'the claim',
    pattern:
      /\b(?:claim|policy|file|case|WCAB|EAMS|ADJ|medical record|MRN|account|member|patient|employee)\s*(?:no\.?|number|num\.?|id|#)[ \t]*:?[ \t]*#?[ \t]*([A-Z0-9][A-Z0-9-]{4,24})(?![\w])/giu,
  },
  { kind: 'number', instead: '', pattern: /(?<![\d-])(\d{3}-\d{2}-\d{4})(?![\d-])/gu },
  { kind: 'number', instead: '', pattern: /(?<![\d-])(\(?\d{3}\)?[ .-]\d{3}[.-]\d{4})(?![\d-])/gu },
  {
    kind: 'address',
    instead: '',
    pattern:
      /\b(\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:[A-Z][a-z]+\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Way|Court|Ct|Place|Pl|Circle|Highway|Hwy|Parkway|Pkwy))\b/gu,
  },
];

/** A number that tells a person has three figures at least; the letter's own case number tells nobody. */
const isTelling = ({ kind }: Rule, words: string): boolean =>
  kind === 'address' || (kind === 'number' ? /\d{3}/u.test(words) && !/^CM\d{2}-/u.test(words) : words.length > 2);

const NOT_A_NAME =
  /\b(?:Date|Number|Phone|Fax|Claim|Page|Report|Medical|Clinic|Center|Hospital|Group|Physician|Provider|Treating|Primary|Review|Request|Signature|Physical|Therapy|Name|Injury|State|California|The)\b/u;

/**
 * The words up to the first that has no capital or begins another label; the labels' own letters may be of any case.
 */
const trimName = (words: string): string => {
  const parts = foldSpace(words)
    .replace(/\s+(?:DOB|DOI|SSN|MRN|Date|Claim|Sex|Age|Gender|Phone)\b.*$/iu, '')
    .split(' ');
  const end = parts.findIndex((part) => !/^[A-Z]/u.test(part));
  return parts
    .slice(0, end < 0 ? undefined : end)
    .join(' ')
    .replace(/[.,\s]+$/u, '');
};

const birthDates = (text: string): Identity[] =>
  findDates(text, { latest: '2999-12-31' })
    .filter(({ kind, precision }) => kind === 'birth' && precision === 'day')
    .map(({ date }) => ({ kind: 'birth-date', text: date, instead: 'the age' }));

const foundBy =
  (text: string) =>
  (rule: Rule): Identity[] =>
    [...text.matchAll(rule.pattern)]
      .map((match) =>
        rule.kind === 'name' && rule.instead !== 'the employer' ? trimName(match[1] ?? '') : foldSpace(match[1] ?? ''),
      )
      .filter(
        (words) =>
          isTelling(rule, words) &&
          !(rule.kind === 'name' && rule.instead !== 'the employer' && NOT_A_NAME.test(words)),
      )
      .map((words) => ({ kind: rule.kind, text: words, instead: rule.instead }));

/** Names, numbers, addresses and birth dates that the pages of a case file give, each once. */
export const collectIdentities = (pages: readonly string[]): Identity[] => {
  const found = pages.flatMap((text) => [...RULES.flatMap(foundBy(text)), ...birthDates(text)]);
  return [...new Map(found.map((identity) => [`${identity.kind} ${identity.text.toLowerCase()}`, identity])).values()];
};
