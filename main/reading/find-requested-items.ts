import { readLines, type Line } from './read-lines.ts';
import type { PageRange, RecordText } from './record-text.ts';
import { lowerFirst, upperFirst } from './sentence-case.ts';

export type ItemOutcome = 'denied' | 'modified' | 'certified' | null;

/** A treatment that a document lists: its words as requested, what became of it, and where it stands. */
export type RequestedItem = { readonly heading: string; readonly outcome: ItemOutcome; readonly range: PageRange };

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
  /\s*[:–]\s+((?:recommended )?(?:non-?\s?certified|not certified|denied|not medically necessary|partially (?:certified|approved)|modified|certified|approved))\b[.,;(\s].*$/i;
const outcomeAt = (text: string): RegExpExecArray | null => REMARKED.exec(text) ?? OUTCOME.exec(text);

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
  const end = last === start && outcome !== null ? from + heading.length : last.end;
  return { heading, outcome: outcomeOf(outcome?.[1] ?? ''), range: { page: start.page, start: from, end } };
};

const isItemLine = ({ text }: Line): boolean =>
  (MARK.test(text) && CONTENT.test(text.replace(MARK, ''))) ||
  (outcomeAt(text) !== null &&
    text.split(' ').length > 3 &&
    !/\b(?:is|are|was|were|this|the request)\b/i.test(text.slice(0, outcomeAt(text)?.index)));

const isEnd = (line: Line): boolean => line.isNoise || END.test(line.text) || LIST_HEAD.test(line.text);

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
    else if (isEnd(line) && line.text.length < 60 && !LIST_HEAD.test(line.text) && !line.isNoise) break;
  }
  return items.flatMap((item) => close(item) ?? []);
};

const listedItems = (lines: readonly Line[]): RequestedItem[] => {
  const heads = lines.flatMap((line, index) => (LIST_HEAD.test(line.text) && line.text.length < 200 ? [index] : []));
  const lists = heads.map((head) => itemsAfter(lines, head)).filter((items) => items.length > 0);
  return lists[0] ?? [];
};

const ICD = '(?:[A-TV-Z]\\d{2}(?:\\.\\w{1,4})?|\\d{3}\\.\\d{1,2})';
const ROW = new RegExp(`^(?:[A-Z][^\\d]{3,60}?)[\\s,]+\\(?${ICD}\\)?(?:\\s*,\\s*${ICD})*\\s+(\\S.*)$`);
const CPT = /\s+(?:\d{5}|[A-Z]\d{4})(?=\s|$)/;

const rowHeading = (words: string): string => {
  const at = CPT.exec(words);
  if (at === null) return tidy(words);
  const [service, other] = [tidy(words.slice(0, at.index)), tidy(words.slice(at.index + at[0].length))];
  return other === '' || /^(?:one study|1|x ?1|once|single)$/i.test(other)
    ? service
    : `${service}, ${lowerFirst(other)}`;
};

/** The rows of a request form: diagnosis, its code, the service, a procedure code, how often. */
const tableRows = (lines: readonly Line[]): RequestedItem[] => {
  const rows: Open[] = [];
  for (const line of lines) {
    const match = ROW.exec(line.text);
    const open = rows.at(-1);
    if (match !== null && !/:/.test(line.text.slice(0, 40)))
      rows.push({ start: line, last: line, text: match[1] ?? '' });
    else if (
      open !== undefined &&
      open.last.page === line.page &&
      lines.indexOf(line) - lines.indexOf(open.last) === 1 &&
      !isEnd(line) &&
      /^(?:[a-z(,\d]|AP|[A-Z]\d{4})/.test(line.text) &&
      line.text !== ''
    ) {
      open.last = line;
      open.text = `${open.text} ${line.text}`;
    }
  }
  return rows
    .map(({ start, last, text }) => ({
      heading: rowHeading(text),
      outcome: null,
      range: {
        page: start.page,
        start: start.start + start.text.indexOf(ROW.exec(start.text)?.[1] ?? start.text),
        end: last.end,
      },
    }))
    .filter(({ heading }) => CONTENT.test(heading));
};

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
        range: { page, start, end: start + (match[1] ?? '').length },
      };
    }),
  );

/** The treatments that a review, request or application lists, in order, each once, in the words of the page. */
export const findRequestedItems = (source: RecordText): RequestedItem[] => {
  const lines = readLines(source.pages);
  const [listed, rows, sentences] = [listedItems(lines), tableRows(lines), sentenceItems(source)];
  const chosen = rows.length > listed.length ? rows : listed.length > 0 ? listed : sentences;
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
