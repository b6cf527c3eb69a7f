import { clocksOf } from '../../../shared/clocks.ts';
import { readFacts } from '../../store/facts.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { readCalendar } from './read-calendar.ts';

/** The clocks of a case, and the holidays that they count with. */
export const clockService = (app: App): HandlersOf<'clock'> => ({
  'clock.list': (file) => clocksOf(readFacts(file), readCalendar(app)),
  'clock.holidays': () => app.assets.holidays,
});
