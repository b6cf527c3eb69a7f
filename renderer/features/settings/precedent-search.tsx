import { useDeferredValue, useState } from 'react';
import { useQueryOf } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PrecedentList } from '../../ui/precedent-list.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const DECISIONS = [
  { id: 'either', label: 'Either decision' },
  { id: 'Upheld', label: 'Upheld' },
  { id: 'Overturned', label: 'Overturned' },
] as const;
type DecisionChoice = (typeof DECISIONS)[number]['id'];
type Asked = {
  readonly heading: string;
  readonly bodyPart: string;
  readonly guideline: string;
  readonly words: string;
  readonly decision: DecisionChoice;
};

const NOTHING: Asked = { heading: '', bodyPart: '', guideline: '', words: '', decision: 'either' };

/**
 * Searches what was decided before: by item, body part and guideline, the most alike first; words must all stand in it.
 */
export const PrecedentSearch = () => {
  const [asked, setAsked] = useState(NOTHING);
  const { decision, ...settled } = useDeferredValue(asked);
  const isAsked = Object.values(settled).some((words) => words.trim() !== '');
  const { data: found = [], error } = useQueryOf(
    'precedent.search',
    { ...settled, decision: decision === 'either' ? null : decision },
    { isEnabled: isAsked, keepsPrevious: true },
  );
  const set = (part: Partial<Asked>): void => setAsked((now) => ({ ...now, ...part }));
  return (
    <>
      <div className="precedent-fields" role="search" aria-label="Precedents">
        <TextField
          label="Item"
          value={asked.heading}
          onChange={(heading) => set({ heading })}
          placeholder="Acupuncture, 6 visits"
        />
        <TextField
          label="Body part"
          value={asked.bodyPart}
          onChange={(bodyPart) => set({ bodyPart })}
          placeholder="Lumbar spine"
        />
        <TextField
          label="Guideline"
          value={asked.guideline}
          onChange={(guideline) => set({ guideline })}
          placeholder="Acupuncture Treatment 2007"
        />
        <TextField
          label="Words"
          value={asked.words}
          onChange={(words) => set({ words })}
          placeholder="functional improvement"
        />
        <Select
          label="Decision"
          value={asked.decision}
          options={DECISIONS}
          onChange={(choice) => set({ decision: choice })}
        />
      </div>
      {error ? <p className="quiet">{error.message}</p> : null}
      {isAsked && found.length > 0 ? <PrecedentList label="Precedents found" found={found} /> : null}
      {isAsked && found.length === 0 && !error ? (
        <EmptyState icon="search" title="No earlier decision has these words" />
      ) : null}
    </>
  );
};
