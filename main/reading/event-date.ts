import { findDates, type DateInText } from '../../shared/find-dates.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { Dating } from './find-encounters.ts';

const AT_DATE = /(?:\bon|\bas of|\bby|^in|\bin)\s+(?:or about\s+)?$/i;
const STUDY_OF = /\b(?:MRI|x-?rays?|films|radiographs?|CT(?: scan)?|EMG|NCS|ultrasound|study|studies|views)\b[^.]{0,50}?\b(?:of|dated|from|taken|performed|done|on)\s+$/i;

const isEvent = (text: string, { start, end, kind, precision }: DateInText): boolean => {
  if (kind === 'birth' || precision === 'year') return false;
  const before = text.slice(0, start);
  if (STUDY_OF.test(before) || /^\s*$/.test(before)) return true;
  return AT_DATE.test(before) && !/\b(?:return|scheduled|appointment|due|follow-?up|seen again|starting|effective|work)\s+(?:\w+\s+)?on\s+$/i.test(before) && !/^\s*(?:-|to|through|until)\s/i.test(text.slice(end));
};

/**
 * The one day that a sentence itself says it happened on (`On 06/20/14, he was given a support`), if it is not later than
 * the visit that tells of it; null where the sentence gives none or several.
 */
export const eventDateOf = (text: string, visit: Dating, latest: PartialDate): DateInText | null => {
  const dates = findDates(text, { latest, ...(visit.date !== null && { near: visit.date }) }).filter(({ precision }) => precision !== 'year');
  const [only] = dates;
  if (only === undefined || new Set(dates.map(({ date }) => date)).size > 1) return null;
  return isEvent(text, only) && (visit.date === null || only.date <= visit.date) ? only : null;
};
