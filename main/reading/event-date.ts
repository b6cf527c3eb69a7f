import { findDates, type DateInText } from '../../shared/find-dates.ts';
import { addDays, compareDates, isPartialDate, type PartialDate } from '../../shared/partial-date.ts';
import type { Dating } from './find-encounters.ts';
import { NUMBER_WORDS } from '../../shared/number-words.ts';

const AT_DATE = /(?:\bon|\bas of|\bby|^in|\bin|\baround|\babout)\s+(?:or about\s+)?$/i;
/** Within a year, and no nearer: `in early 2014`, `in the summer of 2014`. */
const WITHIN_YEAR =
  /\bin (?:(?:early|mid|middle|late)[\s-]+|the (?:beginning|end|middle|spring|summer|fall|autumn|winter) of )$/i;
const ROUGHLY = /\b(?:around|about|approximately|roughly)\s+$/i;
const STUDY_OF =
  /\b(?:MRI|x-?rays?|films|radiographs?|CT(?: scan)?|EMG|NCS|ultrasound|study|studies|views)\b[^.]{0,50}?\b(?:of|dated|from|taken|performed|done|on)\s+$/i;
/** The day of what came before the event, or of what is to come. */
const OF_ANOTHER =
  /\b(?:status post|s\/p|history of|after|since|following|prior to|before|until|return|scheduled|appointment|due|follow-?up|starting|effective|injection of|surgery of|operation of|procedure of)\b[^.;]*$/i;

/**
 * A day, month or year that a sentence names as its own; `isAbout` where it is near and not exact: counted back from the
 * visit, or `written` so.
 */
export type EventDate = Pick<DateInText, 'date' | 'text'> & { readonly isAbout?: 'counted' | 'written' };

const isEvent = (text: string, { start, end, kind }: DateInText): boolean => {
  if (kind === 'birth') return false;
  const before = text.slice(0, start);
  if (/\b(?:had|underwent)\b[^.]*$/i.test(before) && /^\W*$/.test(text.slice(end)) && !OF_ANOTHER.test(before))
    return true;
  if (STUDY_OF.test(before) || /^\s*$/.test(before)) return true;
  return (
    (AT_DATE.test(before) || WITHIN_YEAR.test(before)) &&
    !OF_ANOTHER.test(before) &&
    !/^\s*(?:-|to|through|until)\s/i.test(text.slice(end))
  );
};

const COUNT = `\\d{1,2}|an?|a few|several|${NUMBER_WORDS.slice(1).join('|')}`;
const AGO = new RegExp(
  `(?:\\b(?:about|approximately|roughly|some|around|almost|nearly|over|more than)\\s+)?\\b(${COUNT})(?:\\s+and\\s+a\\s+half)?\\s+(days?|weeks?|months?|years?)(?:\\s+and\\s+a\\s+half)?\\s+(?:ago|earlier|prior|back)\\b`,
  'i',
);
const LAST = /\b(yesterday|last (week|month|year))\b/i;
/** What lasts until the visit is told of the visit, however long ago it began. */
const LASTING = /\b(?:since|for the (?:past|last)|over the (?:past|last)|until)\b/i;

const countOf = (words: string): number | null => {
  const lower = words.toLowerCase();
  if (/^\d/.test(lower)) return Number(lower);
  if (/^an?$/.test(lower)) return 1;
  const at = NUMBER_WORDS.indexOf(lower);
  return at === -1 ? null : at;
};

const monthsBefore = (day: PartialDate, months: number): PartialDate => {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${String(Math.floor(total / 12))}-${String((total % 12) + 1).padStart(2, '0')}`;
};

/** As exact as the words are: days and weeks give a day, months a month, years a year. */
const before = (day: PartialDate, count: number, unit: string): PartialDate => {
  if (/^day/i.test(unit)) return addDays(day, -count);
  if (/^week/i.test(unit)) return addDays(day, -7 * count);
  return /^month/i.test(unit) ? monthsBefore(day, count) : String(Number(day.slice(0, 4)) - count);
};

/** `three days ago`, `about two months ago`, `last month`: counted back from the day of the visit. */
const counted = (text: string, visit: Dating): EventDate | null => {
  if (visit.date?.length !== 10 || LASTING.test(text)) return null;
  const ago = AGO.exec(text);
  const last = LAST.exec(text);
  const match = ago ?? last;
  if (match === null || OF_ANOTHER.test(text.slice(0, match.index))) return null;
  const unit = ago?.[2] ?? last?.[2] ?? 'day';
  const count = ago === null ? 1 : countOf(ago[1] ?? '');
  if (count === null) return null;
  const date = before(visit.date, count, unit);
  if (!isPartialDate(date)) return null;
  const isExact = /^day/i.test(unit) && !/^(?:about|approx|rough|some|around|almost|nearly|over|more)/i.test(match[0]);
  return { date, text: match[0], ...(!isExact && { isAbout: 'counted' as const }) };
};

/** Something done: only that happened in the year that a sentence names, for what is felt goes on. */
const DONE =
  /\b(?:underwent|had (?!been\b)|surgery|operation|injection|MRI|x-?rays?|EMG|CT|arthroscop\w*|fusion|repair|replacement|fracture[ds]?|injured|diagnosed)\b/i;

/** The year with the words that place it: `in early 2014`. */
const yearOf = (text: string, { date, start, end }: DateInText, visit: Dating): EventDate | null => {
  if (!DONE.test(text) || visit.date?.startsWith(date) === true) return null;
  const lead = WITHIN_YEAR.exec(text.slice(0, start))?.[0] ?? '';
  return { date, text: text.slice(start - lead.length, end).replace(/^in\s+/i, ''), isAbout: 'written' };
};

/**
 * The one day that a sentence itself says it happened on (`On 06/20/14, he was given a support`; `three days ago`;
 * `last month`), if it is not later than the visit that tells of it; null where the sentence gives none or several.
 */
export const eventDateOf = (text: string, visit: Dating, latest: PartialDate): EventDate | null => {
  const all = findDates(text, { latest, ...(visit.date !== null && { near: visit.date }) });
  // A year beside a day names something else: an edition, another event.
  const near = all.filter(({ precision }) => precision !== 'year');
  const dates = near.length > 0 ? near : all;
  const [only] = dates;
  if (only === undefined) return counted(text, visit);
  if (new Set(dates.map(({ date }) => date)).size > 1) return null;
  if (!isEvent(text, only) || (visit.date !== null && compareDates(only.date, visit.date) > 0)) return null;
  if (only.precision === 'year') return yearOf(text, only, visit);
  return ROUGHLY.test(text.slice(0, only.start)) ? { ...only, isAbout: 'written' } : only;
};
