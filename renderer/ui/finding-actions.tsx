import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { CaseFinding, Mend } from '../../shared/check.ts';
import type { CaseId } from '../../shared/ids.ts';
import { flushEdits } from '../data/use-edit.ts';
import { useCommand } from '../data/hooks.ts';
import { useSourceLabel } from '../data/source-label.ts';
import { openSpan } from '../data/workspace-state.ts';
import { Button } from './button.tsx';
import { RulesOfCheck } from './rules-of-check.tsx';
import { SourceLink } from './source-link.tsx';
import { TextField } from './text-field.tsx';

const LONGEST = 42;
const LONGEST_QUOTE = 90;
const shortened = (words: string, longest = LONGEST): string =>
  words.length <= longest ? words : `${words.slice(0, longest - 2).trimEnd()} …`;

/** What the mend would do, in a few words. */
const mendInWords = ({ part, from, to }: Mend): string => {
  if (part.kind === 'items') return `Add the item “${shortened(to)}”`;
  if (from === '') return `Add “${shortened(to)}”`;
  return from.length > LONGEST && to.length > LONGEST ? 'Mend it' : `Write “${shortened(to)}”`;
};

type Props = { readonly caseId: CaseId; readonly finding: CaseFinding };

/** The pages of the case file that a finding points at. */
const Places = ({ caseId, finding: { places = [] } }: Props) => {
  const sourceLabel = useSourceLabel(caseId);
  const [isAll, setAll] = useState(false);
  if (places.length === 0) return null;
  return (
    <ul className="finding-places small">
      {(isAll ? places : places.slice(0, 3)).map((place) => (
        <li key={`${place.record} ${String(place.page)} ${String(place.start)}`}>
          “{shortened(place.quote.replace(/\s+/gu, ' '))}”{' '}
          <SourceLink onPress={() => openSpan(place)}>{sourceLabel(place)}</SourceLink>
        </li>
      ))}
      {!isAll && places.length > 3 ? (
        <li>
          <Button variant="quiet" onPress={() => setAll(true)}>
            {places.length - 3} more pages
          </Button>
        </li>
      ) : null}
    </ul>
  );
};

type ReasonProps = { readonly caseId: CaseId; readonly findings: readonly CaseFinding[]; readonly onClose: () => void };

/** The reason for which findings stand: kept with each of them. */
const ReasonForm = ({ caseId, findings, onClose }: ReasonProps) => {
  const { run, isRunning } = useCommand('letter.override');
  const isBlock = findings.some(({ severity }) => severity === 'block');
  const [reason, setReason] = useState('');
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return;
    await flushEdits();
    for (const { id } of findings) if (!(await run({ caseId, id, reason: reason.trim() })).ok) return;
    onClose();
  };
  return (
    <Form
      className="reason-form"
      aria-label={isBlock ? 'Reason for overriding' : 'Reason for confirming'}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="spread">
        <TextField
          label="Reason"
          isLabelHidden
          value={reason}
          onChange={setReason}
          autoFocus
          placeholder={isBlock ? 'Why the letter goes out all the same' : 'Why it stands as it is'}
        />
      </div>
      <Button type="submit" isDisabled={reason.trim() === ''} isPending={isRunning}>
        {isBlock ? 'Override' : 'Confirm'}
      </Button>
      <Button variant="quiet" onPress={onClose}>
        Cancel
      </Button>
    </Form>
  );
};

const Overridden = ({ caseId, finding }: Props) => {
  const { run } = useCommand('letter.reopen');
  return (
    <div className="row">
      <p className="small spread">
        <span className="strong">{finding.severity === 'block' ? 'Overridden' : 'Confirmed'}:</span>{' '}
        {finding.overridden}
      </p>
      <Button variant="quiet" onPress={() => void run({ caseId, id: finding.id })}>
        Take back
      </Button>
    </div>
  );
};

/** Has the spelling check take a word from now on, in every case. */
const AddWord = ({ word }: { readonly word: string }) => {
  const { run, isRunning } = useCommand('ownWord.add');
  return (
    <Button variant="quiet" isPending={isRunning} onPress={() => void run({ word })}>
      Add “{shortened(word)}” to your words
    </Button>
  );
};

/**
 * What can be done about a finding: its pages, its mend, and a recorded reason why it stands. `goThere` jumps to its
 * place.
 */
export const FindingActions = ({ caseId, finding, goThere }: Props & { readonly goThere?: () => void }) => {
  const [isGiving, setGiving] = useState(false);
  const { run: mend, isRunning } = useCommand('letter.mend');
  const doMend = async (): Promise<void> => {
    await flushEdits();
    await mend({ caseId, id: finding.id });
  };
  if (finding.overridden !== null)
    return (
      <>
        <Places caseId={caseId} finding={finding} />
        <Overridden caseId={caseId} finding={finding} />
      </>
    );
  return (
    <>
      <Places caseId={caseId} finding={finding} />
      {isGiving ? (
        <ReasonForm caseId={caseId} findings={[finding]} onClose={() => setGiving(false)} />
      ) : (
        <div className="finding-actions">
          {finding.mend ? (
            <Button label={`Mend: ${mendInWords(finding.mend)}`} isPending={isRunning} onPress={() => void doMend()}>
              {mendInWords(finding.mend)}
            </Button>
          ) : null}
          {goThere ? (
            <Button variant={finding.mend ? 'quiet' : 'plain'} onPress={goThere}>
              Go there
            </Button>
          ) : null}
          {finding.name === 'unknown-word' ? <AddWord word={finding.values.word} /> : null}
          {finding.severity === 'info' ? null : (
            <Button variant="quiet" onPress={() => setGiving(true)}>
              {finding.severity === 'block' ? 'Override …' : 'Confirm …'}
            </Button>
          )}
          <RulesOfCheck check={finding.check} />
        </div>
      )}
    </>
  );
};

/** So many of a bunch are listed until one asks for all. */
const FEW = 4;

/** What can be done about findings that say the same of different words: go to each, or give one reason for all. */
export const BunchActions = ({
  caseId,
  findings,
  goTo,
}: {
  readonly caseId: CaseId;
  readonly findings: readonly CaseFinding[];
  readonly goTo: (finding: CaseFinding) => void;
}) => {
  const [isGiving, setGiving] = useState(false);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? findings : findings.slice(0, FEW);
  const isBlock = findings.some(({ severity }) => severity === 'block');
  return (
    <>
      <ul className="finding-places small">
        {shown.map((finding) => (
          <li key={finding.id}>
            <SourceLink onPress={() => goTo(finding)}>
              {finding.quote ? `“${shortened(finding.quote, LONGEST_QUOTE)}”` : 'Go there'}
            </SourceLink>
            {finding.name === 'unknown-word' ? <AddWord word={finding.values.word} /> : null}
          </li>
        ))}
        {shown.length < findings.length ? (
          <li>
            <Button variant="quiet" onPress={() => setAll(true)}>
              {findings.length - shown.length} more
            </Button>
          </li>
        ) : null}
      </ul>
      {isGiving ? (
        <ReasonForm caseId={caseId} findings={findings} onClose={() => setGiving(false)} />
      ) : (
        <div className="finding-actions">
          {findings.some(({ severity }) => severity === 'info') ? null : (
            <Button variant="quiet" onPress={() => setGiving(true)}>
              {isBlock ? 'Override all …' : 'Confirm all …'}
            </Button>
          )}
        </div>
      )}
    </>
  );
};
