import type { Entry } from '../../../shared/entry.ts';
import { lowerFirst, upperFirst } from '../sentence-case.ts';

/** What statements of one visit can be told together. */
type Class = 'drugs' | 'requests' | 'findings';

/** A longer sentence is hard to follow (words). */
const MOST_WORDS = 60;

/** Words that carry more than the one clause they stand in, or that would be read over what is joined to them. */
const APART = /["“”]|[.!?]\s|\b(?:no longer|unless|if|although|however|but|because|therefore|this|it|which|that)\b/i;
const NEGATED = /\b(?:no|not|never|nor|without|denied|declined|refused)\b/i;

const FINDING =
  /\b(?:tender\w*|spasms?|flexion|extension|abduction|adduction|rotation|bending|motion|strength|reflex\w*|sensation|gait|swelling|effusion|edema|crepitus|atrophy|instability|guarding|straight leg|arc|sign|test|grip)\b|\b(?:was|were) (?:positive|negative|equivocal|normal|intact)\b/i;
const ACCOUNT =
  /\b(?:reported|complained|stated|said|described|denied|returned|rated|felt|pain (?:was|is|scores?)|had (?:\w+ ){0,4}pain)\b/i;
const STUDY = /\b(?:MRI|X-?rays?|CT|EMG|NCS|ultrasound|urine|drug test|laborator\w+)\b/i;

/** `Naproxen 550 mg twice a day was prescribed.`: what, and what was done with it. */
const PASSIVE =
  /^(?<what>[^.;]+?),? (?:was|were) (?<done>prescribed|started|continued|refilled|dispensed|increased|decreased|discontinued|stopped|added|requested|recommended)\.$/i;

const passiveOf = (text: string): { readonly what: string; readonly done: string } | null => {
  const { what, done } = PASSIVE.exec(text)?.groups ?? {};
  return what === undefined || done === undefined || NEGATED.test(what) || /\b(?:was|were|is)\b/.test(what)
    ? null
    : { what, done: done.toLowerCase() };
};

const classOf = ({ kind, text }: Pick<Entry, 'kind' | 'text'>): Class | null => {
  if (APART.test(text) || !text.endsWith('.')) return null;
  if (kind === 'medication') return passiveOf(text) === null ? null : 'drugs';
  if (kind === 'request') return passiveOf(text) === null || !/requested\.$/.test(text) ? null : 'requests';
  return kind === 'visit' && FINDING.test(text) && !ACCOUNT.test(text) && !STUDY.test(text) ? 'findings' : null;
};

/** `a`, `a and b`, `a, b and c`; with semicolons where a part holds a comma. */
export const listed = (parts: readonly string[]): string => {
  const [last = '', ...others] = parts.toReversed();
  if (others.length === 0) return last;
  const hasCommas = parts.some((part) => /,| and /.test(part));
  const before = others.toReversed();
  if (!hasCommas) return `${before.join(', ')} and ${last}`;
  return before.length === 1
    ? `${before[0] ?? ''}${/,/.test(before[0] ?? '') ? ',' : ''} and ${last}`
    : `${before.join('; ')}; and ${last}`;
};

/** "At the right shoulder," stands before what was found there. */
const PLACE = /^(?:at|in|over) the [^,.;]{3,40}, /i;
const placeOf = (text: string): string => PLACE.exec(text)?.[0].toLowerCase() ?? '';

const withoutStop = (text: string): string => text.replace(/\.$/, '');

const wordFindings = (texts: readonly string[]): string =>
  texts
    .map((text, index) => {
      const place = placeOf(text);
      return lowerFirst(withoutStop(index > 0 && place !== '' ? upperFirst(text.slice(place.length)) : text));
    })
    .join('; ');

const wordPassives = (texts: readonly string[]): string => {
  const parts = texts.flatMap((text) => {
    const passive = passiveOf(text);
    return passive === null ? [] : [{ ...passive, text }];
  });
  return [...Map.groupBy(parts, ({ done }) => done)]
    .map(([done, same]) =>
      same.length === 1
        ? withoutStop(same[0]?.text ?? '')
        : `${listed(same.map(({ what }, at) => (at > 0 ? lowerFirst(what) : what)))} were ${done}`,
    )
    .map((clause, at) => (at > 0 ? lowerFirst(clause) : clause))
    .join('; ');
};

/** Statements that one sentence tells: its words without the full stop, and whether they are findings. */
export type Joined<T> = { readonly parts: readonly T[]; readonly text: string; readonly isFindings: boolean };

const lengthOf = (text: string): number => text.split(/\s+/).length;

/** Which statements belong together: of one visit, of one class, about one place, and not too long. */
const groupsOf = <T extends { readonly entry: Entry; readonly text: string }>(
  statements: readonly T[],
  isApart: (a: T, b: T) => boolean,
): T[][] =>
  statements.reduce<T[][]>((groups, statement) => {
    const own = classOf({ kind: statement.entry.kind, text: statement.text });
    const group =
      own === null
        ? undefined
        : groups.find(
            ([first, ...others]) =>
              first !== undefined &&
              first.entry.visit === statement.entry.visit &&
              classOf({ kind: first.entry.kind, text: first.text }) === own &&
              (own !== 'findings' || placeOf(first.text) === placeOf(statement.text)) &&
              !isApart(first, statement) &&
              [first, ...others, statement].reduce((sum, { text }) => sum + lengthOf(text), 0) <= MOST_WORDS,
          );
    if (group === undefined) return [...groups, [statement]];
    return groups.map((one) => (one === group ? [...one, statement] : one));
  }, []);

/**
 * Statements of a day joined where they belong together: the drugs of a visit in one sentence, its findings in one, its
 * requests in one. Words are only put side by side, in their own order; what holds a quotation, a condition or more than
 * one sentence stays by itself.
 */
export const joinStatements = <T extends { readonly entry: Entry; readonly text: string }>(
  statements: readonly T[],
  isApart: (a: T, b: T) => boolean = () => false,
): Joined<T>[] =>
  groupsOf(statements, isApart).map((parts) => {
    const texts = parts.map(({ text }) => text);
    const [only = ''] = texts;
    const isFindings = parts.length > 1 && parts[0]?.entry.kind === 'visit';
    if (parts.length === 1) return { parts, text: withoutStop(only), isFindings };
    return { parts, text: isFindings ? wordFindings(texts) : wordPassives(texts), isFindings };
  });
