import { findDecidedRows } from './decided-rows.ts';
import { findEnumeratedItems } from './enumerated-items.ts';
import { readLines, type Line } from './read-lines.ts';
import type { PageRange, RecordText } from './record-text.ts';
import { findRequestRows } from './request-rows.ts';
import { upperFirst } from './sentence-case.ts';

export type ItemOutcome = 'denied' | 'modified' | 'certified' | null;

/** A treatment that a document lists: its words as requested, what became of it, and where it stands. */
export type RequestedItem = {
  readonly heading: string;
  readonly outcome: ItemOutcome;
  /** What of a modified request was certified, as it follows the request: `to 6 sessions`; empty where nothing says so. */
  readonly amount: string;
  readonly range: PageRange;
};

const LIST_HEAD =
  /\b(?:requested treatments?|treatments? requested|services? requested|requested services?|disputed (?:items?|medical treatments?|treatments?)|each (?:specific|item of) requested|list each specific|items? (?:denied|in dispute)|following (?:treatments?|requests?|services?|items?)\b.*:|treatments?\/services? (?:requested|denied)|determination summary|issues? (?:in dispute|at dispute)|service(?:s)?\/good(?:s)? requested)\b/i;
const OUTCOME =
  /[\s:–-]*\(?\b((?:recommended )?(?:non-?\s?cert(?:ified|ification)|not certified|denied|denial|den(?:y|ied)|not (?:medically )?necessary|adverse determination|disapproved)|(?:partial(?:ly)? )?(?:modif(?:ied|y|ication)|partial(?:ly)? (?:certified|approved)|conditionally non-?certified)|cert(?:ified|ification)|approved?|authoriz(?:ed|ation granted)|medically necessary)\)?\.?$/i;
const MARK =
  /^(?:\(?\d{1,2}[.)]\s*|item\s+#?\d{1,2}\s*[.:)-]\s*|#\d{1,2}\s*[.:)-]?\s*|[-•*▪]\s+|request\s+#?\d{1,2}\s*[.:)-]\s*)/i;
const END =
  /^(?:request for review|signature|employee signature|rationale|clinical|criteria|determination:|guideline|reason|sincerely|if you|a denied|page\s|reviewer|requesting physician|claims administrator|is the|date\b|i request|i ask|state of california|notes to|papers received|enclosures|diagnosis\b|comments?:|attachments?:|additional pages)/i;
const CONTENT = /[a-z]{4}/i;

/**
 * The decision at the end of a line, or after a colon with a remark behind it: `...: Modified. Six visits are
 * certified.`
 */
const REMARKED =
  /\s*[:–-]\s+((?:recommended )?(?:non-?\s?certified|not certified|denied|not medically necessary|partially (?:certified|approved)|modified|certified|approved))\b[.,;(\s].*$/i;
const outcomeAt = (text: string): RegExpExecArray | null => REMARKED.exec(text) ?? OUTCOME.exec(text);

const UNIT =
  '(?:sessions?|visits?|treatments?|tablets?|tabs?|pills?|capsules?|units?|weeks?|months?|days?|injections?|levels?|hours?)';
const COUNT = '(?:#?\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const AMOUNT = new RegExp(
  `\\b(?:modif\\w+|partial\\w*|certif\\w+|approved|authori[sz]ed)\\b(?:\\s+(?:to|for|with|as))?[\\s:.,]*(${COUNT}\\b(?:\\s+(?:additional\\s+|of\\s+)?${UNIT})?(?:\\s+(?:of|over|for|per|a|x)\\s+[^.;,]{2,40})?)|(${COUNT}\\s+(?:additional\\s+)?${UNIT}(?:\\s+(?:of|over|for)\\s+[^.;,]{2,40})?)\\s+(?:is|are|was|were)\\s+(?:certified|approved|authorized)`,
  'i',
);

/** What a modification certifies, from the words of the decision. */
const amountIn = (words: string): string => {
  const match = AMOUNT.exec(words);
  const amount = (match?.[1] ?? match?.[2] ?? '').trim();
  return amount === '' ? '' : `to ${amount.charAt(0).toLowerCase()}${amount.slice(1)}`;
};

const outcomeOf = (words: string): ItemOutcome => {
  if (words === '') return null;
  if (/modif|partial/i.test(words)) return 'modified';
  return /^(?:recommended )?(?:non|not|den|adverse|disap|cond)/i.test(words) ? 'denied' : 'certified';
};

type Open = { start: Line; last: Line; text: string };

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s:;,.–-]+$/, '')
    .trim();

const close = ({ start, last, text }: Open): RequestedItem | null => {
  const marked = text.slice(MARK.exec(text)?.[0].length ?? 0);
  const outcome = outcomeAt(marked);
  const heading = tidy(outcome === null ? marked : marked.slice(0, outcome.index));
  const from = start.start + (start.text.length - start.text.slice(MARK.exec(start.text)?.[0].length ?? 0).length);
  if (!CONTENT.test(heading) || heading.length > 300) return null;
  const decided = outcomeOf(outcome?.[1] ?? '');
  const end = last === start && outcome !== null && decided !== 'modified' ? from + heading.length : last.end;
  return {
    heading,
    outcome: decided,
    amount: decided === 'modified' ? amountIn(marked.slice(outcome?.index ?? 0)) : '',
    range: { page: start.page, start: from, end },
  };
};

const isItemLine = ({ text }: Line): boolean =>
  (MARK.test(text) && CONTENT.test(text.replace(MARK, ''))) ||
  (outcomeAt(text) !== null &&
    text.split(' ').length > 3 &&
    !/\b(?:is|are|was|were|this|the request)\b/i.test(text.slice(0, outcomeAt(text)?.index)));

const isEnd = (line: Line): boolean => line.print !== null || END.test(line.text) || LIST_HEAD.test(line.text);

/** `2 Tramadol 50 mg #60`: the number of the row in a column of its own, where the rows are counted so. */
const withoutNumber = (item: Open, at: number): Open => {
  const number = new RegExp(`^${String(at + 1)}\\s+(?=[A-Z])`).exec(item.text)?.[0].length ?? 0;
  return number === 0
    ? item
    : {
        ...item,
        start: { ...item.start, start: item.start.start + number, text: item.start.text.slice(number) },
        text: item.text.slice(number),
      };
};

/** The items from a list's head on: marked lines and those that go on with them, until something else begins. */
const itemsAfter = (lines: readonly Line[], head: number): RequestedItem[] => {
  const items: Open[] = [];
  let open: Open | null = null;
  for (const line of lines.slice(head + 1, head + 80)) {
    if (line.text === '') continue;
    const goesOn = open !== null && /^[a-z(]/.test(line.text) && outcomeAt(open.text) === null;
    if (!goesOn && isItemLine(line)) {
      open = { start: line, last: line, text: line.text };
      items.push(open);
    } else if (
      items.length > 0 &&
      (isEnd(line) ||
        open === null ||
        outcomeAt(open.text) !== null ||
        /[.]$/.test(open.text) ||
        line.page !== open.start.page)
    )
      break;
    else if (open !== null && /^(?:[a-z(,;\d]|[A-Z]{2,})/.test(line.text) && CONTENT.test(line.text)) {
      open.last = line;
      open.text = `${open.text} ${line.text}`;
    } else if (items.length > 0) break;
    else if (isEnd(line) && line.text.length < 60 && !LIST_HEAD.test(line.text) && line.print === null) break;
  }
  return items.map(withoutNumber).flatMap((item) => close(item) ?? []);
};

const listedItems = (lines: readonly Line[]): RequestedItem[] => {
  const heads = lines.flatMap((line, index) => (LIST_HEAD.test(line.text) && line.text.length < 200 ? [index] : []));
  const lists = heads.map((head) => itemsAfter(lines, head)).filter((items) => items.length > 0);
  return lists[0] ?? [];
};

const tableRows = (lines: readonly Line[]): RequestedItem[] =>
  findRequestRows(lines, isEnd)
    .filter(({ service }) => CONTENT.test(service))
    .map(({ service, start, last, page }) => ({
      heading: service,
      outcome: null,
      amount: '',
      range: { page, start, end: last.end },
    }));

const SENTENCE =
  /(?:\b(?:the )?(?:prospective |retrospective |concurrent )?requests? for|\b(?:decision|determination) for)\s+((?:(?!\.\s|\brequests? for\b)[\s\S]){4,220}?)(?:,?\s+(?:is|are|was|were|has been|have been)\s+(?:therefore\s+|recommended\s+(?:for\s+)?|hereby\s+|being\s+|to be\s+)*|\s*:\s*)(non-?\s?certif\w+|not certified|denied|not (?:medically )?necessary|modified|partially certified|certified|approved|authorized)\b/gi;

/** `The request for X is non-certified.` in running text. */
const sentenceItems = (source: RecordText): RequestedItem[] =>
  source.pages.flatMap(({ page, text }) =>
    [...text.matchAll(SENTENCE)].map((match) => {
      const start = match.index + match[0].indexOf(match[1] ?? '');
      return {
        heading: tidy((match[1] ?? '').replace(/^(?:the|an?)\s+/i, '')),
        outcome: outcomeOf(match[2] ?? ''),
        amount: '',
        range: { page, start, end: start + (match[1] ?? '').length },
      };
    }),
  );

/** Rows that each end in their decision, under no head of a list. */
const decidedItems = (lines: readonly Line[]): RequestedItem[] | null => {
  const rows = findDecidedRows(lines);
  return rows.length === 0
    ? null
    : rows.map(({ heading, decision, range }) => {
        const outcome = outcomeOf(decision);
        return { heading, outcome, amount: outcome === 'modified' ? amountIn(decision) : '', range };
      });
};

/** Requests that one sentence counts. */
const enumeratedItems = (source: RecordText): RequestedItem[] =>
  findEnumeratedItems(source).map(({ heading, decision, range }) => {
    const outcome = outcomeOf(decision);
    return { heading: tidy(heading), outcome, amount: outcome === 'modified' ? amountIn(decision) : '', range };
  });

/** The treatments that a review, request or application lists, in order, each once, in the words of the page. */
export const findRequestedItems = (source: RecordText): RequestedItem[] => {
  const lines = readLines(source.pages);
  const [listed, rows, sentences] = [listedItems(lines), tableRows(lines), sentenceItems(source)];
  const single = rows.length > listed.length ? rows : listed.length > 0 ? listed : sentences;
  const counted = enumeratedItems(source);
  const fewest = counted.length > single.length ? counted : single;
  const chosen = fewest.some(({ outcome }) => outcome !== null) ? fewest : (decidedItems(lines) ?? fewest);
  const seen = new Set<string>();
  return chosen.flatMap((item) => {
    const key = item.heading.toLowerCase();
    if (seen.has(key)) return [];
    seen.add(key);
    const outcome =
      item.outcome ??
      sentences.find(({ heading }) => heading.toLowerCase().includes(key) || key.includes(heading.toLowerCase()))
        ?.outcome ??
      null;
    return [{ ...item, heading: upperFirst(item.heading), outcome }];
  });
};
