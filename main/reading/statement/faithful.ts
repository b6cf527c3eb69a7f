import { pastOf } from './past-tense.ts';

/** Words that carry structure alone, or stand for who is spoken of: adding or dropping one changes nothing told. */
// prettier-ignore
const STRUCTURE: ReadonlySet<string> = new Set([
  'a', 'an', 'the', 'of', 'to', 'in', 'on', 'at', 'with', 'for', 'and', 'is', 'was', 'are', 'were', 'be', 'been', 'has',
  'have', 'had', 'do', 'does', 'did', 'he', 'she', 'his', 'her', 'hers', 'him', 'it', 'its', 'they', 'their', 'them', 'i', 'we', 'my', 'me',
  'our', 'you', 'patient', "patient's", 'provider', "provider's", 'dr', 'mr', 'mrs', 'ms', 'that', 'this', 'there', 'some', 'also', 'today', 'currently',
  'presently', 'now', 'still', 'worker', 'injured', 'applicant', 'claimant', 'pt', 'employee', 'please', 'himself', 'herself', 'myself',
  'not', 'cannot', 'no', 'will', 'would', 'may', 'might', 'can', 'could', 'allowed', 'by', 'be',
]);
/** Words that the forms of statements add. */
// prettier-ignore
const ADDED: ReadonlySet<string> = new Set([
  'rated', 'taking', 'requested', 'prescribed', 'provided', 'planned', 'recommended', 'ordered', 'dispensed', 'continued',
  'started', 'discontinued', 'refilled', 'referred', 'considered', 'awaited', 'tenderness', 'positive', 'negative', 'right',
  'left', 'sides', 'both', 'strength', 'pain', 'appeal', 'treatment', 'underwent', 'work', 'status', 'day', 'before',
  'diagnosed', 'motor', 'patient', 'medication', 'any', 'not',
]);

const SHORT: Readonly<Record<string, string>> = { l: 'left', r: 'right', lt: 'left', rt: 'right', '+': 'positive' };

const NEGATION = /\b(?:no|not|never|none|without|den(?:y|ies|ied)|negative|cannot|non)\b|n['’]t\b/gi;
const negations = (text: string): number => text.match(NEGATION)?.length ?? 0;

const contentOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/[a-z\d][a-z\d/'.+%#-]*[a-z\d%+]|[a-z\d+]/g) ?? []
  )
    .map((word) => SHORT[word] ?? word.replace(/'s$/, ''))
    .filter((word) => !STRUCTURE.has(word));

/** What a statement may make of a word: itself, its past tense, the noun of what is tender. */
const formsOf = (word: string): string[] => [word, pastOf(word), ...(word === 'tender' ? ['tenderness'] : [])];

/**
 * Whether a statement says what its source says and nothing else: the same content words but for their tense, the same
 * numbers in the same order, as many negations. What its form adds (`was requested`) is known by a list.
 */
export const isFaithful = (source: string, statement: string): boolean => {
  const [from, to] = [contentOf(source), contentOf(statement)];
  const said = new Set(to);
  const allowed = new Set(from.flatMap(formsOf));
  const numbers = (words: readonly string[]): string => words.filter((word) => /\d/.test(word)).join(' ');
  return (
    numbers(from) === numbers(to) &&
    negations(source) === negations(statement) &&
    from.every((word) => formsOf(word).some((form) => said.has(form))) &&
    to.every((word) => allowed.has(word) || ADDED.has(word))
  );
};
