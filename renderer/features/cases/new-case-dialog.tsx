import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Track } from '../../../shared/case.ts';
import { HEADER_LABELS } from '../../../shared/letter.ts';
import type { LetterHeader } from '../../../shared/letter.ts';
import { closeOverlay, useAppView } from '../../commands/app-view.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import type { Option } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TRACK_NAMES } from './case-words.ts';
import type { CaseIntake } from './use-case-intake.ts';

const BLANK: LetterHeader = {
  caseNumber: '',
  dateAssigned: '',
  dateOfInjury: '',
  decisionDate: '',
  urDenialDate: '',
  priority: 'Standard',
  applicationReceived: '',
};
const DATES = ['dateOfInjury', 'urDenialDate', 'applicationReceived', 'dateAssigned', 'decisionDate'] as const;
const PRIORITIES: readonly Option<string>[] = [
  { id: 'Standard', label: 'Standard' },
  { id: 'Expedited', label: 'Expedited' },
];
const TRACKS: readonly Option<Track>[] = (['standard', 'expedited', 'formulary'] as const).map((id) => ({
  id,
  label: TRACK_NAMES[id],
}));

const isCaseNumber = (text: string): boolean => /^CM\d{2}-\d{7}$/.test(text);

type Draft = {
  readonly header: LetterHeader;
  readonly items: string;
  readonly recordsComplete: string;
  readonly track: Track;
};

const NewCaseForm = ({ intake }: { readonly intake: CaseIntake }) => {
  const [draft, setDraft] = useState<Draft>({ header: BLANK, items: '', recordsComplete: '', track: 'standard' });
  const update = useCommand('case.update');
  const setHeader = (change: Partial<LetterHeader>): void =>
    setDraft((now) => ({ ...now, header: { ...now.header, ...change } }));
  const { header } = draft;
  const numberNote =
    header.caseNumber === '' || isCaseNumber(header.caseNumber) ? 'Like CM14-1234567' : 'Not like CM14-1234567';

  const submit = async (): Promise<void> => {
    const headings = draft.items
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const caseId = await intake.create({ header, items: headings.map((heading) => ({ heading })) });
    if (caseId !== null)
      await update.run({ caseId, facts: { recordsComplete: draft.recordsComplete, track: draft.track } });
  };

  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="quiet">Everything may be left open: header values and items are also proposed from the records.</p>
      <div className="form-grid">
        <TextField
          label={HEADER_LABELS.caseNumber}
          value={header.caseNumber}
          onChange={(caseNumber) => setHeader({ caseNumber: caseNumber.trim().toUpperCase() })}
          description={numberNote}
          autoFocus
        />
        <Select
          label={HEADER_LABELS.priority}
          value={header.priority}
          options={PRIORITIES}
          onChange={(priority) => setHeader({ priority })}
        />
        {DATES.map((name) => (
          <DateField
            key={name}
            label={HEADER_LABELS[name]}
            value={header[name]}
            onChange={(date) => setHeader({ [name]: date })}
          />
        ))}
        <DateField
          label="Records complete"
          value={draft.recordsComplete}
          onChange={(recordsComplete) => setDraft((now) => ({ ...now, recordsComplete }))}
          description="The clock runs from here"
        />
        <Select
          label="Track"
          value={draft.track}
          options={TRACKS}
          onChange={(track) => setDraft((now) => ({ ...now, track }))}
        />
      </div>
      <TextField
        label="Disputed items, one a line"
        value={draft.items}
        onChange={(items) => setDraft((now) => ({ ...now, items }))}
        rows={3}
        placeholder="As the request words them"
      />
      <div className="row end">
        <Button onPress={closeOverlay}>Cancel</Button>
        <Button variant="primary" type="submit">
          Create the case
        </Button>
      </div>
    </Form>
  );
};

/** A new case by hand. */
export const NewCaseDialog = ({ intake }: { readonly intake: CaseIntake }) => {
  const isOpen = useAppView((view) => view.overlay === 'new-case');
  return (
    <Dialog isOpen={isOpen} onClose={closeOverlay} title="New case" size="medium">
      <NewCaseForm intake={intake} />
    </Dialog>
  );
};
