import { useState } from 'react';
import type { SubmitEvent } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { Oddity } from '../../../shared/oddity.ts';
import { useCommand } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openPage, openSpan, splitReader } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Props = { readonly caseId: CaseId; readonly oddity: Oddity };
type Place = Oddity['places'][number];

/** Shows two places in the two readers. */
const showBoth = ([{ span: a }, { span: b }]: readonly [Place, Place]): void => {
  openPage(a.record, a.page, a, 'left');
  splitReader(true);
  openPage(b.record, b.page, b, 'right');
};

/** The first two places that stand on different pages. */
const pairOf = ({ kind, places }: Oddity): readonly [Place, Place] | null => {
  const [first] = places;
  const other = places.find(({ span }) => span.record !== first?.span.record || span.page !== first.span.page);
  return (kind === 'contradiction' || kind === 'versions') && first !== undefined && other !== undefined
    ? [first, other]
    : null;
};

/** So many places are shown before the rest is asked for. */
const SHOWN = 4;

const Places = ({ caseId, oddity: { text, places } }: Props) => {
  const sourceLabel = useSourceLabel(caseId);
  const [showsAll, setShowsAll] = useState(false);
  if (places.length === 0) return null;
  return (
    <>
      <ul className="told-lines" aria-label={`Pages: ${text}`}>
        {(showsAll ? places : places.slice(0, SHOWN)).map(({ span, says }) => (
          <li key={`${span.record} ${String(span.page)} ${String(span.start)}`} className="told-line">
            <span className="spread ellipsis">{says}</span>
            <span className="told-place">
              <SourceLink onPress={() => openSpan(span)}>{sourceLabel(span)}</SourceLink>
            </span>
          </li>
        ))}
      </ul>
      {places.length > SHOWN && !showsAll ? (
        <button type="button" className="link-button small" onClick={() => setShowsAll(true)}>
          {places.length - SHOWN} more
        </button>
      ) : null}
    </>
  );
};

type LinkButtonProps = { readonly label: string; readonly onPress: () => void; readonly children: string };

const LinkButton = ({ label, onPress, children }: LinkButtonProps) => (
  <button type="button" className="link-button" aria-label={label} onClick={onPress}>
    {children}
  </button>
);

/** Asks why it is in order; the reason stays with it. */
const Dismiss = ({ caseId, oddity: { id, text }, onDone }: Props & { readonly onDone: () => void }) => {
  const [reason, setReason] = useState('');
  const { run } = useCommand('oddity.dismiss');
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (reason.trim() !== '' && (await run({ caseId, id, reason })).ok) onDone();
  };
  return (
    <form className="row search-line" aria-label={`Dismiss: ${text}`} onSubmit={(event) => void send(event)}>
      <TextField
        label="Why is this in order?"
        isLabelHidden
        value={reason}
        onChange={setReason}
        placeholder="Why is this in order?"
        autoFocus
        className="spread"
      />
      <Button type="submit" isDisabled={reason.trim() === ''}>
        Dismiss
      </Button>
      <Button variant="quiet" onPress={onDone}>
        Cancel
      </Button>
    </form>
  );
};

/** Something missing or odd: what, why, on which pages, and the way to be done with it. */
export const OddityCard = ({ caseId, oddity }: Props) => {
  const { id, text, reason, dismissed } = oddity;
  const [isAsking, setAsking] = useState(false);
  const { run: reopen } = useCommand('oddity.reopen');
  const pair = pairOf(oddity);
  return (
    <li className="proof-card" aria-label={text}>
      <p>{text}</p>
      <p className="small quiet">{dismissed === null ? reason : `In order: ${dismissed}`}</p>
      <Places caseId={caseId} oddity={oddity} />
      {isAsking ? (
        <Dismiss caseId={caseId} oddity={oddity} onDone={() => setAsking(false)} />
      ) : (
        <div className="row odd-actions small">
          {pair === null ? null : (
            <LinkButton label={`Both pages: ${text}`} onPress={() => showBoth(pair)}>
              Both pages
            </LinkButton>
          )}
          {dismissed === null ? (
            <LinkButton label={`Dismiss …: ${text}`} onPress={() => setAsking(true)}>
              Dismiss …
            </LinkButton>
          ) : (
            <LinkButton label={`Open again: ${text}`} onPress={() => void reopen({ caseId, id })}>
              Open again
            </LinkButton>
          )}
        </div>
      )}
    </li>
  );
};
