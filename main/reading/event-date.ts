import { findDates, type DateInText } from '../../shared/find-dates.ts';
import { addDays, type PartialDate } from '../../shared/partial-date.ts';
import type { Dating } from './find-encounters.ts';

const AT_DATE = /(?:\bon|\bas of|\bby|^in|\bin)\s+(?:or about\s+)?$/i;
const STUDY_OF =
  /\b(?:MRI|x-?rays?|films|radiographs?|CT(?: scan)?|EMG|NCS|ultrasound|study|studies|views)\b[^.]{0,50}?\b(?:of|dated|from|taken|performed|done|on)\s+$/i;
/** The day of what came before the event, or of what is to come. */
const OF_ANOTHER =
  /\b(?:status post|s\/p|history of|after|since|following|prior to|before|until|return|scheduled|appointment|due|follow-?up|starting|effective)\b[^.;]*$/i;

/** A day that a sentence names as its own. */
export type EventDate = Pick<DateInText, 'date' | 'text'>;

const isEvent = (text: string, { start, end, kind }: DateInText): boolean => {
  if (kind === 'birth') return false;
  const before = text.slice(0, start);
  if (/\b(?:had|underwent)\b[^.]*$/i.test(before) && /^\W*$/.test(text.slice(end)) && !OF_ANOTHER.test(before))
    return true;
  if (STUDY_OF.test(before) || /^\s*$/.test(before)) return true;
  return AT_DATE.test(before) && !OF_ANOTHER.test(before) && !/^\s*(?:-|to|through|until)\s/i.test(text.slice(end));
};

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DAYS_AGO = /\byesterday\b|\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) days? ago\b/i;

/** `three days ago`, counted back from the day of the visit. Weeks and months ago name no day. */
const daysAgo = (text: string, visit: Dating): EventDate | null => {
  const match = DAYS_AGO.exec(text);
  if (match === null || visit.date?.length !== 10 || OF_ANOTHER.test(text.slice(0, match.index))) return null;
  const words = (match[1] ?? 'one').toLowerCase();
  const days = NUMBERS.includes(words) ? NUMBERS.indexOf(words) : Number(words);
  return { date: addDays(visit.date, -days), text: match[0] };
};

/**
 * The one day that a sentence itself says it happened on (`On 06/20/14, he was given a support`; `three days ago`), if
 * it is not later than the visit that mentions it; null where the sentence gives none or several.
 */
export const eventDateOf = (text: string, visit: Dating, latest: PartialDate): EventDate | null => {
  const dates = findDates(text, { latest, ...(visit.date !== null && { near: visit.date }) }).filter(
    ({ precision }) => precision !== 'year',
  );
  const [only] = dates;
  if (only === undefined) return daysAgo(text, visit);
  if (new Set(dates.map(({ date }) => date)).size > 1) return null;
  return isEvent(text, only) && (visit.date === null || only.date <= visit.date) ? only : null;
};
