import type { DateInText } from '../../../shared/find-dates.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';

/** Who a page says it is about: the name as printed and the birth date, each where the page gives it. */
export type PagePatient = { readonly name: string | null; readonly birth: PartialDate | null };

/** A page, and whom it names. */
export type NamedPage = { readonly page: number; readonly patient: PagePatient };

const NAME = "[A-Z][A-Za-z'’-]+(?:,? +(?:[A-Z][A-Za-z'’-]*\\.?)){1,3}";
const LABELLED = new RegExp(
  `(?:^|\\s)(?:patient(?: name)?|employee(?: name)?|injured worker|claimant|applicant|name|re)\\s*(?:\\([^)]{1,30}\\))?\\s*:\\s*(${NAME})`,
  'gim',
);
/** Words of a form or title that the pattern takes for names. */
const NO_NAME =
  /\b(?:dob|date|claim|mrn|notice|request|review|report|utilization|employer|services?|group|center|clinic|medical|inc|date of|provider|physician|determination|authorization|injury|sex|age|acct|account)\b/i;
/** What the next label of the line adds to a name printed before it. */
const TRAILING_LABEL =
  /\s+(?:DOB|D\.O\.B|MRN|Acct|Claim|Date|DOI|DOS|Sex|Age|Chart|Employer|MR|MEDICAL|DATE|SEX|AGE)\b.*$/i;

const nameIn = (text: string): string | null => {
  for (const match of text.matchAll(LABELLED)) {
    const name = (match[1] ?? '')
      .replace(TRAILING_LABEL, '')
      .replace(/[\s,]+$/, '')
      .replace(/(?<=\w{2})\.$/, '');
    // A capital is what tells a name here; the label alone may stand in any case.
    if (/^[A-Z][^\s]*,? +[A-Z]/.test(name) && !NO_NAME.test(name) && !/,\s*(?:M\.?D|D\.?O|D\.?C|P\.?T)\b/.test(name))
      return name;
  }
  return null;
};

/** The patient whom a page names in its labels, or null where it names none. */
export const patientOn = (text: string, dates: readonly DateInText[]): PagePatient | null => {
  const name = nameIn(text);
  const birth = dates.find(({ kind, precision }) => kind === 'birth' && precision === 'day')?.date ?? null;
  return name === null && birth === null ? null : { name, birth };
};

const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s,.-]+/)
    .filter((part) => part.length > 2);

/** One letter more, less or other: as recognition and typing spell names. */
const isNear = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB;
};

const sharedParts = (a: string, b: string): number =>
  partsOf(a).filter((part) => partsOf(b).some((other) => isNear(part, other))).length;

/**
 * Whether two pages are about one person: by birth date and name together. A birth date that differs under the same
 * name is a slip of the pen, as is a name spelled otherwise beside the same birth date.
 */
export const isSamePatient = (a: PagePatient, b: PagePatient): boolean => {
  if (a.birth !== null && a.birth === b.birth) return true;
  if (a.name === null || b.name === null) return a.birth === null || b.birth === null;
  // One name in common is a relative's or a coincidence, unless it is the only one that a page spells out.
  const wanted = Math.min(2, partsOf(a.name).length, partsOf(b.name).length);
  return sharedParts(a.name, b.name) >= Math.max(1, wanted);
};

/** `Whitcomb, Dale R., born 02/14/1961`, as it stands in a reason. */
export const patientWords = ({ name, birth }: PagePatient, usDate: (date: PartialDate) => string): string =>
  [name, birth === null ? null : `born ${usDate(birth)}`].filter((words) => words !== null).join(', ');

/**
 * The person most pages are about; null where no page names one, or two people are named on equally many.
 */
export const mostNamed = (patients: readonly PagePatient[]): PagePatient | null => {
  const groups: { readonly patient: PagePatient; count: number }[] = [];
  for (const patient of patients) {
    const group = groups.find((one) => isSamePatient(one.patient, patient));
    if (group === undefined) groups.push({ patient, count: 1 });
    else group.count += 1;
  }
  const [first, second] = groups.sort((a, b) => b.count - a.count);
  return first === undefined || first.count === second?.count ? null : first.patient;
};
