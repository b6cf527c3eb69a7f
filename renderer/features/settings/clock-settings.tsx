import { holidayIn } from '../../../shared/holidays.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { Settings } from '../../../shared/settings.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EditCards, EditChoice } from '../../ui/edit-field.tsx';
import type { RadioCard } from '../../ui/radio-cards.tsx';
import { useToday } from '../../ui/use-today.ts';
import type { SectionProps } from './reviewer-settings.tsx';

const UNITS: readonly RadioCard<Settings['expeditedUnit']>[] = [
  { id: 'calendar', title: 'Calendar days', note: 'As “days” is read elsewhere.' },
  { id: 'working', title: 'Working days', note: 'Without weekends and holidays.' },
];

const namesIn = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

/** The shipped holidays, each of which can be switched off. */
const Holidays = ({ settings, change }: SectionProps) => {
  const { data } = useQueryOf('clock.holidays', {});
  const year = Number(useToday().slice(0, 4));
  if (data === undefined) return null;
  return (
    <div role="group" aria-label="Holidays" className="stack-tight">
      <h3 className="overline">Holidays ({data.certainty === 'memory' ? 'from memory' : data.certainty})</h3>
      <p className="small quiet">{data.note}</p>
      <EditChoice
        value={settings.holidaysOff}
        write={(holidaysOff, from) => change({ holidaysOff: [...holidaysOff] }, from)}
        inWords={(names) => `switched off: ${namesIn(names)}`}
      >
        {({ value, choose }) => (
          <div className="guideline-fields">
            {data.holidays.map((holiday) => (
              <Checkbox
                key={holiday.name}
                label={holiday.name}
                note={usDate(holidayIn(holiday, year))}
                isOn={!value.includes(holiday.name)}
                onChange={(isOn) =>
                  choose(isOn ? value.filter((name) => name !== holiday.name) : [...value, holiday.name])
                }
              />
            ))}
          </div>
        )}
      </EditChoice>
    </div>
  );
};

/** By what days the clocks of working days count. */
export const ClockSettings = (props: SectionProps) => {
  const { settings, change } = props;
  const own = settings.ownHolidays;
  return (
    <div className="stack settings-section">
      <EditCards
        label="The three days of an expedited review are"
        value={settings.expeditedUnit}
        cards={UNITS}
        write={(expeditedUnit, from) => change({ expeditedUnit }, from)}
      />
      <Holidays {...props} />
      <div role="group" aria-label="Further days" className="stack-tight">
        <DateField
          label="Add a day that is no working day"
          value=""
          onChange={(day) => {
            if (day !== '' && !own.includes(day)) void change({ ownHolidays: [...own, day].sort() });
          }}
        />
        {own.map((day) => (
          <div key={day} className="row">
            <span>{usDate(day)}</span>
            <Button
              variant="quiet"
              icon="trash"
              label={`Remove ${usDate(day)}`}
              onPress={() => void change({ ownHolidays: own.filter((other) => other !== day) })}
            >
              Remove
            </Button>
          </div>
        ))}
      </div>
    </div>
  );
};
