import { isFaxLine } from '../../shared/dates/date-kind.ts';
import type { PageText } from './record-text.ts';

/** A line of a page without the blanks around it; `indent` counts those before it. */
export type Line = {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indent: number;
  /** Printed around the content: fax and page headers, form instructions, identities, addresses. Not to be quoted. */
  readonly isNoise: boolean;
};

/** What a form, an office system or the law prints on a page, whatever the case. */
const BOILERPLATE = [
  /^(?:[Pp]atient(?: [Nn]ame)?|PATIENT(?: NAME)?|[Ee]mployee(?: [Nn]ame)?|EMPLOYEE(?: NAME)?|Claimant|CLAIMANT|Injured [Ww]orker|Physician|PHYSICIAN|Provider|PROVIDER|Therapist|THERAPIST|Referred [Bb]y|Referring [Pp]hysician|Attending|ATTENDING|Surgeon|SURGEON|R[Ee]|Name|NAME)\s*:\s*(?:[A-Z(][\w.,()'’-]*\s*){1,6}$/,
  /^(?:date of (?:birth|injury|exam|visit|service|evaluation)|dob|doi|dos)\s*:?\s*[\d/.-]+\s*$/i,
  /^page\s*:?\s*\d+(\s*(of|\/)\s*\d+)?$/i,
  /^-?\s*\d{1,3}\s*-?$/,
  /^(re-?)?print(ed)?\b.*\d/i,
  /\b(dwc )?form (pr-?\d|rfa|imr|5021|dlsr)\b.*(rev|effective|page)/i,
  /^state of california\b|^division of workers|^department of industrial relations/i,
  /\bcheck (the )?box|\buse (additional|reverse|this form)|\battach(ed)? (additional|the doctor)|\bif (more|additional) space|\bsee instructions|\b(describe fully|use reverse)|\blist all specific restrictions|\bpermanent and\s*$|\bstationary" ?\(/i,
  /\bpenalty of perjury|\blabor code section|\bviolated labor|\bcivil penalty|\bfailure to file|\bwithin \d+ (calendar |working |business )?days\b.*\b(report|request|review|application|examination)/i,
  /\bconfidential(ity)?\b.*\b(notice|information|intended|recipient)|\bhipaa\b|\bintended recipient|\bprivileged\b/i,
  /\bthank you for (the|your|this)|\bsincerely\b|^dear\b|\bto whom it may concern|\bif you (have any questions|disagree)|\bplease (do not hesitate|contact|call)\b/i,
  /\bthe information below must be provided|\bthis patient has been instructed|\breport should be submitted|\boriginal signature|\bdo not stamp/i,
  /\b(electronically|digitally|e-?)\s?signed\b|\bsigned:?\s+(on\s+)?\d{1,2}\/\d|\bi declare\b|\bknowingly (false|makes?)|\bis meant for the\b|\breached you by mistake|\bdestroy it\b/i,
  /^[A-Z][A-Za-z'’.-]+ (?:[A-Z]\. )?[A-Z][A-Za-z'’-]+, (?:M\.?D|D\.?O|D\.?C|P\.?T|L\.?Ac|P\.?A|N\.?P|R\.?N|Ph\.?D|D\.?P\.?M)\b/,
  /^(signature|signed|electronically signed|digitally signed|dictated|transcribed|reviewed and signed|cc)\b/i,
  /\b(signature|print(ed)? name|license (no|number)|lic\.?\s*(no|#)|npi)\b\s*[:#_]/i,
  /^(executed at|name|address|street address|city|phone|telephone|tel|fax|zip|e-?mail|ssn|ss#|employer|insurer|claims? (administrator|number|#|no)|claim|occupation|insurance|adjuster|attorney|policy|mrn|chart|account|acct|medical record)\b[^.]{0,30}[:#]/i,
  /\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b/,
  /\b(CA|California)\s+9\d{4}\b/,
];

/** A line that tells who the patient is: name beside birth date, chart or claim number. */
const IDENTITY =
  /\b(patient|employee|name|worker|claimant|applicant|re)\b\s*(name)?\s*:?.*\b(dob|d\.o\.b|date of birth|mrn|chart|claim|doi|date of injury|employer|acct|dos|date of service|ssn)\b\s*(#|no\.?|number)?\s*:/i;

const UNCHECKED = /^(\[\s{0,3}\]|\(\s{0,3}\)|☐|□|❏|_{2,})\s*\S/;

/** The name over its printed repeat with the degree: a signature. */
const isSignedName = (line: { readonly text: string }, next: { readonly text: string } | undefined): boolean =>
  /^[A-Z][\w.'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+$/.test(line.text) && next?.text.startsWith(`${line.text},`) === true;

/** Enough of a line to know it by; nobody prints headers longer than this. */
const GLANCE = 320;

const isPrinted = (line: string): boolean => {
  const text = line.slice(0, GLANCE);
  return (
    isFaxLine(text) || IDENTITY.test(text) || UNCHECKED.test(text) || BOILERPLATE.some((pattern) => pattern.test(text))
  );
};

/** What a header or footer keeps from page to page: its letters. */
const shape = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

const EDGE_LINES = 6;

type RawLine = Omit<Line, 'isNoise'>;

const rawLines = ({ page, text }: PageText): RawLine[] => {
  let offset = 0;
  return text.split('\n').map((raw) => {
    const indent = raw.length - raw.trimStart().length;
    const line = { page, start: offset + indent, end: offset + raw.trimEnd().length, text: raw.trim(), indent };
    offset += raw.length + 1;
    return line.text === '' ? { ...line, end: line.start } : line;
  });
};

const edges = (lines: readonly RawLine[]): RawLine[] => {
  const filled = lines.filter(({ text }) => text !== '');
  return [...new Set([...filled.slice(0, EDGE_LINES), ...filled.slice(-EDGE_LINES)])];
};

/** Shapes that stand at the edge of two pages or more. */
const repeatedShapes = (pages: readonly RawLine[][]): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edges(page).map(({ text }) => shape(text)))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return new Set([...seen].filter(([key, pagesWith]) => pagesWith > 1 && key.length > 3).map(([key]) => key));
};

/** The lines of a record's pages in order, empty ones among them, each marked as content or as noise around it. */
export const readLines = (pages: readonly PageText[]): Line[] => {
  const all = pages.map(rawLines);
  const repeated = repeatedShapes(all);
  return all.flatMap((lines) => {
    const atEdge = new Set(edges(lines));
    return lines.map((line, index) => ({
      ...line,
      isNoise:
        isPrinted(line.text) ||
        isSignedName(line, lines[index + 1]) ||
        (atEdge.has(line) && repeated.has(shape(line.text)) && shape(line.text).split(' ').length > 1),
    }));
  });
};
