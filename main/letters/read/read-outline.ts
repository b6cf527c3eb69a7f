import { foldSpace } from '../../../shared/letter.ts';
import { findDates } from '../../../shared/find-dates.ts';
import type { Decision } from '../../../shared/item.ts';
import { looseWords, templatePattern } from '../fill-fields.ts';
import type { Outline, Role } from '../../../shared/outline.ts';

/** An item of a determination that was read by its headings; `outcome` in its own words, `decision` what they mean here. */
type OutlineItem = {
  readonly heading: string;
  readonly outcome: string;
  readonly decision: Decision | null;
  readonly guideline: string;
  readonly rationale: string;
};
export type OutlineRead = {
  readonly caseNumber: string;
  readonly decisionDate: string;
  readonly summary: string;
  readonly items: readonly OutlineItem[];
  /** A sentence for each thing that could not be told. */
  readonly messages: readonly string[];
};

/** How many marks of an outline a text has. */
export const outlineMarks = (text: string, { recognisedBy }: Outline): number =>
  recognisedBy.filter((words) => new RegExp(looseWords(words), 'u').test(text)).length;

type Place = {
  readonly role: Role | 'item';
  readonly start: number;
  readonly end: number;
  readonly match: RegExpExecArray;
};

/** A template of an item or a result as a pattern; its fields are groups of the same names. */
const patternOf = (template: string, outcomes: Outline['outcomes']): RegExp =>
  new RegExp(
    templatePattern(template, {
      number: '\\d{1,3}',
      heading: '[\\s\\S]{1,400}?',
      organisation: '[^\\n]{1,80}?',
      outcome: outcomes.map(({ words }) => looseWords(words)).join('|'),
    }),
    'gu',
  );

const placesOf = (text: string, { headings, item, outcomes }: Outline): Place[] => {
  const found = headings.flatMap(({ role, words }) =>
    words.flatMap((one) =>
      [...text.matchAll(new RegExp(`(?<=^|\\n)[ \\t]*${looseWords(one)}[ \\t]*:?`, 'gu'))].map((match) => ({
        role,
        start: match.index,
        end: match.index + match[0].length,
        match,
      })),
    ),
  );
  const items =
    item === ''
      ? []
      : [...text.matchAll(patternOf(item, outcomes))].map((match) => ({
          role: 'item' as const,
          start: match.index,
          end: match.index + match[0].length,
          match,
        }));
  const all = [...found, ...items].sort((a, b) => a.start - b.start || b.end - a.end);
  // A heading that is a part of a longer one.
  return all.filter((place, index) => index === 0 || place.start >= (all[index - 1]?.end ?? 0));
};

type Sections = readonly (Place & { readonly text: string })[];

const textOf = (sections: Sections, role: Role): string =>
  foldSpace(
    sections
      .filter((section) => section.role === role)
      .map(({ text }) => text)
      .join('\n'),
  );

const TICK = '(?:[☒☑✓✔■]|\\[\\s*[xX✓]\\s*\\]|\\(\\s*[xX]\\s*\\)|(?<=^|\\s)[xX](?=\\s))';

type Told = { readonly words: string; readonly decision: Decision | null };

/** The outcomes that a text gives, each once; where some are ticked, those alone. */
const outcomesIn = (text: string, outcomes: Outline['outcomes']): Told[] => {
  const longest = [...outcomes].sort((a, b) => b.words.length - a.words.length);
  const any = longest.map(({ words }) => looseWords(words)).join('|');
  const toTold = (words: string): Told => ({
    words: foldSpace(words),
    decision: longest.find((one) => one.words.toLowerCase() === foldSpace(words).toLowerCase())?.decision ?? null,
  });
  const ticked = [...text.matchAll(new RegExp(`${TICK}\\s*(${any})`, 'giu'))].map(([, words = '']) => toTold(words));
  const said = ticked.length > 0 ? ticked : [...text.matchAll(new RegExp(any, 'giu'))].map(([words]) => toTold(words));
  return said.filter(
    (one, index) => said.findIndex((other) => other.words.toLowerCase() === one.words.toLowerCase()) === index,
  );
};

const outcomeOf = (
  text: string,
  outcomes: Outline['outcomes'],
  name: string,
): { readonly told: Told | null; readonly message: string | null } => {
  const told = outcomesIn(text, outcomes);
  const [first] = told;
  if (first === undefined) return { told: null, message: `${name} gives no outcome in words that are known here.` };
  const meanings = new Set(told.map(({ decision, words }) => decision ?? words.toLowerCase()));
  return meanings.size === 1
    ? { told: first, message: null }
    : {
        told: null,
        message: `${name} gives ${String(told.length)} outcomes (${told.map(({ words }) => words).join(', ')}); none was taken.`,
      };
};

/** The numbered results, the first of each number; the front and the body say the same, or a message tells. */
const resultsOf = (text: string, outline: Outline): Map<number, { heading: string; said: Set<string> }> => {
  const results = new Map<number, { heading: string; said: Set<string> }>();
  if (outline.result === '') return results;
  for (const { groups } of text.matchAll(patternOf(outline.result, outline.outcomes))) {
    const number = Number(groups?.number);
    const known = results.get(number) ?? { heading: foldSpace(groups?.heading ?? ''), said: new Set<string>() };
    known.said.add(foldSpace(groups?.outcome ?? ''));
    results.set(number, known);
  }
  return results;
};

type Found = { readonly item: OutlineItem; readonly message: string | null };

const numberedItems = (text: string, sections: Sections, outline: Outline): Found[] => {
  const results = resultsOf(text, outline);
  const marks = sections.filter(({ role }) => role === 'item');
  const numbers = [...new Set([...results.keys(), ...marks.map(({ match }) => Number(match.groups?.number))])];
  return numbers
    .sort((a, b) => a - b)
    .map((number) => {
      const at = sections.findIndex(({ role, match }) => role === 'item' && Number(match.groups?.number) === number);
      const next = sections.findIndex(({ role }, index) => index > at && role === 'item');
      const own = at < 0 ? [] : sections.slice(at, next < 0 ? undefined : next);
      const result = results.get(number);
      const rationale = textOf(own, 'rationale');
      const { told, message } = outcomeOf(
        result === undefined ? rationale : [...result.said].join('; '),
        outline.outcomes,
        `Item ${String(number)}`,
      );
      const heading = result?.heading ?? foldSpace(sections[at]?.match.groups?.heading ?? '');
      return {
        item: {
          heading,
          outcome: told?.words ?? '',
          decision: told?.decision ?? null,
          guideline: textOf(own, 'guideline'),
          rationale,
        },
        message,
      };
    });
};

/** The last sentences of a rationale say what it comes to. */
const lastWords = (rationale: string): string => rationale.slice(-300);

const singleItem = (sections: Sections, outline: Outline): Found[] => {
  const [heading, rationale, stated] = (['issue', 'rationale', 'outcome'] as const).map((role) =>
    textOf(sections, role),
  );
  if (heading === '' && rationale === '' && stated === '') return [];
  const { told, message } = outcomeOf(
    stated === undefined || stated === '' ? lastWords(rationale ?? '') : stated,
    outline.outcomes,
    'This determination',
  );
  return [
    {
      item: {
        heading: heading ?? '',
        outcome: told?.words ?? '',
        decision: told?.decision ?? null,
        guideline: textOf(sections, 'guideline'),
        rationale: rationale ?? '',
      },
      message,
    },
  ];
};

/** A determination says its date in full, whatever day it is read on. */
const LATEST = '2099-12-31';

const firstLine = (text: string): string => foldSpace(text.trim().split('\n')[0] ?? '');

/** Takes a determination apart by the headings of an outline; what cannot be told is left empty, with a sentence. */
export const readOutline = (text: string, outline: Outline): OutlineRead => {
  const places = placesOf(text, outline);
  const sections = places.map((place, index) => ({ ...place, text: text.slice(place.end, places[index + 1]?.start) }));
  const line = (role: Role): string => firstLine(sections.find((section) => section.role === role)?.text ?? '');
  const found = outline.item === '' ? singleItem(sections, outline) : numberedItems(text, sections, outline);
  const [date] = findDates(line('decisionDate'), { latest: LATEST });
  return {
    caseNumber: line('caseNumber'),
    decisionDate: date?.precision === 'day' ? date.date : '',
    summary: textOf(sections, 'summary'),
    items: found.map(({ item }) => item),
    messages: found.flatMap(({ message }) => message ?? []),
  };
};
