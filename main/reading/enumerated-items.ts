import type { PageRange, RecordText } from './record-text.ts';

/** An item of a list that stands in one sentence; `decision` is what is said of it, or of all of them; empty where nothing is. */
export type EnumeratedItem = { readonly heading: string; readonly decision: string; readonly range: PageRange };

const MARK = /(?<=^|[\s:;,])\((\d{1,2})\)\s+|(?<=[\s:;,])(\d{1,2})\)\s+/g;
/** What leads to such a list, on its line, or on the one before where it begins one. */
const LEAD =
  /\b(?:requests?(?:ed)?|treatments?|services?|items?|determination|decision|following|issues?)\b[^.]{0,80}$/i;
const DECIDED =
  '(?:non-?\\s?certif\\w+|not (?:been )?certified|denied|not (?:been )?(?:medically )?(?:necessary|supported|recommended|approved|authorized)|modified|partially certified|certified|approved|authorized|medically necessary)';
/** Where the words of an item end: at the mark of the next, or where something is said of it. */
const ENDS = new RegExp(
  `;|\\.(?=\\s|$)|\\s+[–-]\\s+|:\\s|,?\\s+(?:and|both)\\s*$|,?\\s+(?:is|are|was|were)\\s|\\n\\s*\\n|\\n(?=[A-Z][\\w ]{2,40}:)`,
);
const OF_ALL = new RegExp(`\\b(both|all|each|neither|none)\\b[^.]{0,80}?\\b(${DECIDED})\\b`, 'i');
const OF_ONE = new RegExp(`^[\\s:–-]*(?:(?:is|was)\\s+)?(${DECIDED})\\b`, 'i');
/** So far behind the list it is said what became of all of it. */
const BEHIND = 400;
const LONGEST = 300;

type Mark = { readonly number: number; readonly at: number; readonly from: number };

const marksIn = (text: string): Mark[] =>
  [...text.matchAll(MARK)].map((match) => ({
    number: Number(match[1] ?? match[2]),
    at: match.index,
    from: match.index + match[0].length,
  }));

/** Marks that count on from one, of which there are two at least. */
const runsOf = (marks: readonly Mark[]): Mark[][] =>
  marks
    .reduce<Mark[][]>((runs, mark) => {
      const run = runs.at(-1);
      if (mark.number === 1) return [...runs, [mark]];
      if (run !== undefined && run.at(-1)?.number === mark.number - 1) run.push(mark);
      return runs;
    }, [])
    .filter((run) => run.length > 1);

const decisionOfAll = (words: string): string => {
  const [, who = '', decision = ''] = OF_ALL.exec(words) ?? [];
  return /^n/i.test(who) && decision !== '' && !/^non/i.test(decision) ? `not ${decision}` : decision;
};

const leadOf = (text: string, at: number): string => text.slice(0, at).trimEnd().split('\n').at(-1) ?? '';

const itemsOf = (text: string, page: number, run: readonly Mark[]): EnumeratedItem[] => {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || !LEAD.test(leadOf(text, first.at))) return [];
  const ofAll = decisionOfAll(text.slice(last.from, last.from + LONGEST + BEHIND));
  return run.map(({ from }, at) => {
    const piece = text.slice(from, Math.min(run[at + 1]?.at ?? text.length, from + LONGEST)).replace(/\s+$/, '');
    const words = piece.slice(0, ENDS.exec(piece)?.index ?? piece.length).replace(/[\s,;]+$/, '');
    return {
      heading: words.replace(/\s+/g, ' '),
      decision: OF_ONE.exec(piece.slice(words.length))?.[1] ?? ofAll,
      range: { page, start: from, end: from + words.length },
    };
  });
};

/** Requests that a sentence counts, `(1) ...; (2) ...`, with what is said of each or of both. */
export const findEnumeratedItems = (source: RecordText): EnumeratedItem[] =>
  source.pages
    .flatMap(({ page, text }) => runsOf(marksIn(text)).flatMap((run) => itemsOf(text, page, run)))
    .filter(({ heading }) => /[a-z]{4}/i.test(heading));
