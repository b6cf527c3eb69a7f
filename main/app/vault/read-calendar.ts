import type { Calendar } from '../../../shared/clocks.ts';
import { holidayOn } from '../../../shared/holidays.ts';
import type { App } from '../backend/app.ts';
import { readSettings } from './settings-service.ts';

/** What the days of a clock are counted by: the shipped holidays that are not switched off, and one's own. */
export const readCalendar = (app: Pick<App, 'session' | 'assets'>): Calendar => {
  const { holidaysOff, ownHolidays, expeditedUnit } = readSettings(app);
  const holidays = app.assets.holidays.holidays.filter(({ name }) => !holidaysOff.includes(name));
  return {
    holidayOn: (day) => (ownHolidays.includes(day) ? 'a day of your own list' : holidayOn(day, holidays)),
    expeditedUnit,
  };
};
