import { useState } from 'react';
import type { Input } from '../../../shared/contract.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { VISIT_KIND_NAMES, VisitKind } from '../../../shared/visit.ts';
import type { VisitHead, VisitRow } from '../../../shared/visit-card.ts';
import { useCommand } from '../../data/hooks.ts';
import { readVisitsAgain } from '../../data/visits.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DateFields } from './entry-fields.tsx';

const KINDS = VisitKind.options.map((id) => ({ id, label: VISIT_KIND_NAMES[id] }));

const headOf = ({ date, dateText, dateKind, provider, specialty, kind }: VisitRow): VisitHead => ({
  ...{ date, dateText, dateKind },
  ...{ provider, specialty, kind },
});

/** What was changed, and nothing of the rest: that may have been changed elsewhere meanwhile. */
const changeIn = (before: VisitHead, after: VisitHead): Input<'visit.edit'>['change'] =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name as keyof VisitHead]));

type Props = { readonly caseId: CaseId; readonly visit: VisitRow; readonly onClose: () => void };

/** Sets right what a visit says for all of its facts. */
export const VisitDialog = ({ caseId, visit, onClose }: Props) => {
  const [before] = useState(() => headOf(visit));
  const [head, setHead] = useState(before);
  const edit = useCommand('visit.edit');
  const change = (part: Partial<VisitHead>): void => setHead({ ...head, ...part });
  const save = async (): Promise<void> => {
    const reply = await edit.run({ caseId, id: visit.id, change: changeIn(before, head) });
    if (!reply.ok) return;
    onClose();
    await readVisitsAgain(caseId, [visit.id], reply.revision ?? 0);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Edit visit"
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => void save()} isDisabled={edit.isRunning}>
            Save
          </Button>
        </>
      }
    >
      <DateFields draft={head} onChange={change} hasFocus />
      <Select label="Kind" value={head.kind} options={KINDS} onChange={(kind) => change({ kind })} />
      <div className="field-pair">
        <TextField label="Provider" value={head.provider} onChange={(provider) => change({ provider })} />
        <TextField label="Specialty" value={head.specialty} onChange={(specialty) => change({ specialty })} />
      </div>
      <p className="small quiet">All facts of the visit follow, and what the summary says of them.</p>
    </Dialog>
  );
};
