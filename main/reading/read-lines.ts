import { isFaxLine } from '../../shared/dates/date-kind.ts';
import { findFacts } from '../../shared/find-facts.ts';
import { isClinical } from './classify-words.ts';
import { isFacility, isSignedName } from './find-provider.ts';
import { findNamedRows } from './named-rows.ts';
import type { PageRange, PageText } from './record-text.ts';

/** Why a line is no content: what printed it there. */
type PrintRule =
  | 'fax stamp'
  | 'running head'
  | 'page count'
  | 'who it is about'
  | 'form print'
  | 'choice not marked'
  | 'signature'
  | 'letterhead'
  | 'address'
  | 'courtesy'
  | 'head of a table'
  | 'row of a table'
  | 'struck out';

/** A line of a page without the blanks around it; `indent` counts those before it. */
export type Line = {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indent: number;
  /** What printed the line around the content, which is never quoted; null for content. */
  readonly print: PrintRule | null;
};

/** Who is named on a line of its own, under a label. */
const NAMED =
  /^(?:[Pp]atient(?: [Nn]ame)?|PATIENT(?: NAME)?|[Ee]mployee(?: [Nn]ame)?|EMPLOYEE(?: NAME)?|Claimant|CLAIMANT|Injured [Ww]orker|Physician|PHYSICIAN|Provider|PROVIDER|Therapist|THERAPIST|Seen by|Referred [Bb]y|Referring [Pp]hysician|Attending|ATTENDING|Surgeon|SURGEON|R[Ee]|Name|NAME)\s*:\s*(?:[A-Z(][\w.,()'’-]*\s*){1,6}$/;

/** What a form, an office system or the law prints on a page, whatever the case. */
const PRINTED: readonly (readonly [PrintRule, RegExp])[] = [
  ['who it is about', NAMED],
  [
    'who it is about',
    /^(?:date of (?:birth|injury|exam(?:ination)?|visit|service|evaluation)|date|dob|doi|dos)\s*:?\s*[\d/.-]+\s*(?:\([^)]{1,30}\))?$/i,
  ],
  ['page count', /^page\s*:?\s*\d+(\s*(of|\/)\s*\d+)?(?:\s*[-–.].{0,60})?$|\bpage \d+ of \d+\.?$/i],
  ['page count', /^-?\s*\d{1,3}\s*-?$/],
  ['form print', /^(re-?)?print(ed)?\b.*\d/i],
  ['form print', /\b(dwc )?form (pr-?\d|rfa|imr|5021|dlsr)\b.*(rev|effective|page)/i],
  ['form print', /^state of california\b|^division of workers|^department of industrial relations/i],
  [
    'form print',
    /\bcheck (the )?box|\buse (additional|reverse|this form)|\battach(ed)? (additional|the doctor)|\bif (more|additional) space|\bsee instructions|\b(describe fully|use reverse)|\blist all specific restrictions|\bpermanent and\s*$|\bstationary" ?\(/i,
  ],
  [
    'form print',
    /\bpenalty of perjury|\blabor code section|\bviolated labor|\bcivil penalty|\bfailure to file|\bwithin \d+ (calendar |working |business )?days\b.*\b(report|request|review|application|examination)/i,
  ],
  [
    'form print',
    /\bconfidential(ity)?\b.*\b(notice|information|intended|recipient)|\bhipaa\b|\bintended recipient|\bprivileged\b/i,
  ],
  ['form print', /^(?:\d{1,2}\.\s+)?if (?:hospitalized|further treatment (?:is )?required|["“]?no["”]?,)/i],
  [
    'courtesy',
    /\bthank you for (the|your|this)|\bsincerely\b|^dear\b|\bto whom it may concern|\bif you (have any questions|disagree)|\bplease (do not hesitate|contact|call)\b|^thanks\b/i,
  ],
  [
    'form print',
    /\bthe information below must be provided|\bthis patient has been instructed|\breport should be submitted|\boriginal signature|\bdo not stamp/i,
  ],
  [
    'signature',
    /\b(electronically|digitally|e-?)\s?signed\b|\bsigned:?\s+(on\s+)?\d{1,2}\/\d|\bi declare\b|\bknowingly (false|makes?)|\bis meant for the\b|\breached you by mistake|\bdestroy it\b/i,
  ],
  [
    'signature',
    /^[A-Z][A-Za-z'’.-]+ (?:[A-Z]\. )?[A-Z][A-Za-z'’-]+, (?:M\.?D|D\.?O|D\.?C|P\.?T|L\.?Ac|P\.?A|N\.?P|R\.?N|Ph\.?D|D\.?P\.?M)\b/,
  ],
  [
    'signature',
    /^(signature|signed|electronically signed|digitally signed|dictated|transcribed|reviewed and signed|cc)\b(?!\s*$)/i,
  ],
  ['signature', /\b(signature|print(ed)? name|license (no|number)|lic\.?\s*(no|#)|npi)\b\s*[:#_]/i],
  [
    'who it is about',
    /^(executed at|name|address|street address|city|phone|telephone|tel|fax|zip|e-?mail|ssn|ss#|employer|insurer|claims? (administrator|number|#|no)|claim|occupation|insurance|adjuster|attorney|policy|mrn|chart|account|acct|medical record)\b[^.]{0,30}[:#]/i,
  ],
  ['address', /\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b/],
  ['address', /\b(CA|California)\s+9\d{4}\b/],
];

/** A line that tells who the patient is: name beside birth date, chart or claim number. */
const IDENTITY =
  /\b(patient|employee|name|worker|claimant|applicant|re)\b\s*(name)?\s*:?.*\b(dob|d\.o\.b|date of birth|mrn|chart|claim|doi|date of injury|employer|acct|dos|date of service|ssn)\b\s*(#|no\.?|number)?\s*(:|(?=\d))/i;

const UNCHECKED = /^(\[\s{0,3}\]|\(\s{0,3}\)|☐|□|❏|_{2,})\s*\S/;

/** The name over its printed repeat with the degree: a signature. */
const isRepeatedName = (line: { readonly text: string }, next: { readonly text: string } | undefined): boolean =>
  /^[A-Z][\w.'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+$/.test(line.text) && next?.text.startsWith(`${line.text},`) === true;

/** The name of a clinic on the first lines of a page or on its last one. */
const isHouse = (line: RawLine, page: readonly RawLine[]): boolean => {
  if (!/\s/.test(line.text) || !isFacility(line.text)) return false;
  const filled = page.filter(({ text }) => text !== '');
  return filled.indexOf(line) < 3 || filled.at(-1) === line;
};

/** Enough of a line to know it by; nobody prints headers longer than this. */
const GLANCE = 320;

const COLUMN =
  /^(?:medications?|drugs?|name|dosage|dose|strength|directions?|sig|frequency|route|start(?:ed)?|stop(?:ped)?|end|dates?|status|refills?|qty|quantity|prescriber|reason|indication|last|filled|instructions|active|result|results|cutoff|analyte|consistency|test|units?|range|flag|reference|of|the|visit|pain|before|after|treatment|response|initials|prescribed|by|cpt|icd(?:-?\d+)?|code|charges?|dos|reaction|severity|allergen|allergy|flexion|extension|motion|minutes|mins|sets|reps|weight|comments?|remarks|signature|no|when|what|how|who|where|duration)$/i;

/** Words of columns that name one only beside another: in running text, where the columns are known. */
const BESIDE =
  /^(?:substances?|values?|problems?|conditions?|diagnos[ei]s|noted|observed|observations?|components?|laboratory|lab|interpretation|abnormal|high|low|specimen|onset|resolved|collected|collection|performed|time|type|author|source|facility|provider|annotations?|manifestations?|concern|identified|recorded|vaccines?|immunizations?|lot|manufacturer|given|agents?|description|day|and|or|to|ref)$/i;

/** Names of columns and nothing else, two or more. */
const isTableHead = (text: string): boolean => {
  const words = text.split(/[\s/|,()#]+/).filter((word) => word !== '');
  const isName = (word: string): boolean => COLUMN.test(word) || (text.includes('\t') && BESIDE.test(word));
  return words.length > 1 && text.length < 120 && !/[:.]$/.test(text) && words.every(isName);
};

const printRuleOf = (line: string): PrintRule | null => {
  const text = line.slice(0, GLANCE);
  if (text === '') return null;
  if (/^[-=_*.~ ]{5,}$/.test(text)) return 'form print';
  if (isFaxLine(text)) return 'fax stamp';
  if (IDENTITY.test(text)) return 'who it is about';
  if (isSignedName(text)) return 'signature';
  if (UNCHECKED.test(text)) return 'choice not marked';
  return PRINTED.find(([, pattern]) => pattern.test(text))?.[0] ?? (isTableHead(text) ? 'head of a table' : null);
};

/** What a running head keeps from page to page: everything but the number of the page and when it was printed. */
const withoutCount = (text: string): string =>
  text
    .replace(/\bp(?:age|g)?\.?\s*:?\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?/gi, '')
    .replace(/\bprinted\b.*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A line that tells something of the person's state or care is never taken for print, however often it stands. */
const tellsSomething = (text: string): boolean =>
  /\d\s?\/\s?(?:5|10)\b|\bdegrees\b/i.test(text) ||
  isClinical(text) ||
  findFacts(text).some(({ kind }) => kind === 'drug' || kind === 'strength' || kind === 'frequency');

const EDGE_LINES = 6;

type RawLine = Omit<Line, 'print'>;

const rawLines = ({ page, text }: PageText): RawLine[] => {
  let offset = 0;
  return text.split('\n').map((raw) => {
    const indent = raw.length - raw.trimStart().length;
    const line = { page, start: offset + indent, end: offset + raw.trimEnd().length, text: raw.trim(), indent };
    offset += raw.length + 1;
    return line.text === '' ? { ...line, end: line.start } : line;
  });
};

const edgesOf = (lines: readonly Line[]): readonly Line[] => {
  const filled = lines.filter(({ text }) => text !== '');
  return [...new Set([...filled.slice(0, EDGE_LINES), ...filled.slice(-EDGE_LINES)])];
};

/** What a page's lines are by themselves; only running heads need the other pages. */
type PageLines = { readonly lines: readonly Line[]; readonly edges: readonly (readonly [Line, key: string])[] };

const readPage = (page: PageText): PageLines => {
  const raw = rawLines(page);
  const lines = raw.map((line, index): Line => ({
    ...line,
    print:
      printRuleOf(line.text) ??
      (isHouse(line, raw) ? 'letterhead' : null) ??
      (isRepeatedName(line, raw[index + 1]) ? 'signature' : null),
  }));
  return { lines, edges: edgesOf(lines).map((line) => [line, withoutCount(line.text)]) };
};

const KNOWN = new WeakMap<PageText, PageLines>();
/** Splitting, describing and dating all read the same pages. */
const linesOf = (page: PageText): PageLines => {
  const known = KNOWN.get(page) ?? readPage(page);
  KNOWN.set(page, known);
  return known;
};

/** Lines that stand at the edge of most pages, the same to the digit. */
const runningHeads = (pages: readonly PageLines[]): ReadonlySet<string> => {
  if (pages.length < 2) return new Set();
  const seen = new Map<string, number>();
  for (const { edges } of pages)
    for (const key of new Set(edges.map(([, text]) => text))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return new Set(
    [...seen]
      .filter(([key, pagesWith]) => pagesWith > 1 && pagesWith * 2 > pages.length && /[a-z]{3}/i.test(key))
      .map(([key]) => key)
      .filter((key) => !tellsSomething(key)),
  );
};

const withHeads = (all: readonly PageLines[]): Line[] => {
  const heads = runningHeads(all);
  if (heads.size === 0) return all.flatMap(({ lines }) => lines);
  return all.flatMap(({ lines, edges }) => {
    const running = new Set(edges.flatMap(([line, key]) => (line.print === null && heads.has(key) ? [line] : [])));
    return lines.map((line): Line => (running.has(line) ? { ...line, print: 'running head' } : line));
  });
};

/** What a page takes back: lines that somebody has struck out, and what a health record denies of its own text. */
const TAKEN_BACK = /\[(?:struck out|negated): [^\]]*\]/g;
const struckIn = ({ page, text }: PageText): PageRange[] =>
  [...text.matchAll(TAKEN_BACK)].map(({ 0: whole, index }) => ({ page, start: index, end: index + whole.length }));

/** The lines of a record's pages in order, empty ones among them, each marked as content or as print around it. */
export const readLines = (pages: readonly PageText[]): Line[] => {
  const marked = withHeads(pages.map(linesOf));
  const rows = new Set(findNamedRows(marked).map(({ line }) => line));
  const struck = pages.flatMap(struckIn);
  if (rows.size === 0 && struck.length === 0) return marked;
  return marked.map((line) => {
    if (struck.some(({ page, start, end }) => page === line.page && line.start >= start && line.end <= end))
      return line.text === '' ? line : { ...line, print: 'struck out' };
    return rows.has(line) ? { ...line, print: 'row of a table' } : line;
  });
};
