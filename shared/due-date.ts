import type { Track } from './case.ts';
import { addDays } from './partial-date.ts';

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const addWorkingDays = (from: string, days: number, holidays: ReadonlySet<string>): string => {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (!isWeekend(day) && !holidays.has(day)) left -= 1;
  }
  return day;
};

/**
 * The day a determination is due (LC 4610.6(d); 8 CCR 9792.10.6): 30 days after the request and all its documents were
 * received, 5 working days for formulary disputes, 3 days when expedited. Empty while the records are not complete.
 */
export const dueDate = (recordsComplete: string, track: Track, holidays: ReadonlySet<string> = new Set()): string => {
  if (recordsComplete === '') return '';
  if (track === 'formulary') return addWorkingDays(recordsComplete, 5, holidays);
  return addDays(recordsComplete, track === 'expedited' ? 3 : 30);
};
