import { memo } from 'react';
import { ENTRY_KIND_NAMES } from '../../../shared/entry.ts';
import type { Entry } from '../../../shared/entry.ts';
import { openSpan, pointAtEntry, useWorkspace } from '../../data/workspace-state.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';

export type EntryActions = {
  readonly accept: (entry: Entry) => void;
  readonly edit: (entry: Entry) => void;
  readonly reject: (entry: Entry) => void;
  readonly merge: (entry: Entry) => void;
  readonly focus: (entry: Entry) => void;
};

type Props = {
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly isMergeTarget: boolean;
  readonly actions: EntryActions;
  readonly sourceLabel: (source: Entry['sources'][number]) => string;
};

const STATE_WORDS: Readonly<Record<Entry['state'], string>> = {
  proposed: 'proposed',
  accepted: 'accepted',
  rejected: 'rejected',
};
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** The source words are worth a line only where they say more than the entry's own. */
const isSaid = ({ text }: Entry, quote: string): boolean =>
  oneLine(text).toLowerCase().includes(oneLine(quote).toLowerCase().replace(/\.$/, ''));

/** Where the entry comes from: one line, in full on the card at hand. */
const Sources = ({ entry, isCurrent, sourceLabel }: Pick<Props, 'entry' | 'isCurrent' | 'sourceLabel'>) => {
  const [first] = entry.sources;
  if (!first) return <span className="entry-second">Written by hand, no source</span>;
  const shown = isCurrent ? entry.sources : [first];
  return (
    <span className="entry-second">
      {shown.map((source, index) => (
        <span key={`${source.record} ${String(source.page)} ${String(source.start)}`}>
          {index === 0 ? '' : '; '}
          <SourceLink onPress={() => openSpan(source)} isInTabOrder={isCurrent}>
            {sourceLabel(source)}
          </SourceLink>
        </span>
      ))}
      {shown.length < entry.sources.length ? ` and ${String(entry.sources.length - shown.length)} more` : ''}
      {isSaid(entry, first.quote) ? null : <span className="entry-quote"> · “{oneLine(first.quote)}”</span>}
    </span>
  );
};

const Keys = ({ entry, isCurrent, actions }: Pick<Props, 'entry' | 'isCurrent' | 'actions'>) => (
  <span className="entry-keys">
    {entry.state === 'accepted' ? null : (
      <KeyButton keys="A" label="Accept" onPress={() => actions.accept(entry)} isInTabOrder={isCurrent} />
    )}
    <KeyButton keys="E" label="Edit" onPress={() => actions.edit(entry)} isInTabOrder={isCurrent} />
    {entry.state === 'rejected' ? null : (
      <KeyButton keys="X" label="Reject" onPress={() => actions.reject(entry)} isInTabOrder={isCurrent} />
    )}
  </span>
);

/** One entry: kind and words, the source words with their pages, why it was proposed, and the keys that decide it. */
export const EntryCard = memo(({ entry, isCurrent, isMergeTarget, actions, sourceLabel }: Props) => {
  const isPointedAt = useWorkspace((state) => state.entry === entry.id);
  const names = [
    'entry-card',
    entry.state,
    isCurrent ? 'current' : '',
    isPointedAt ? 'pointed' : '',
    isMergeTarget ? 'merging' : '',
  ];
  return (
    <li
      className={names.filter((name) => name !== '').join(' ')}
      tabIndex={isCurrent ? 0 : -1}
      data-entry={entry.id}
      aria-current={isCurrent ? 'true' : undefined}
      onFocus={() => actions.focus(entry)}
      onMouseEnter={() => pointAtEntry(entry.id)}
      onMouseLeave={() => pointAtEntry(null)}
      onClick={() => entry.sources[0] && openSpan(entry.sources[0])}
    >
      <span className={`entry-dot ${entry.state}`} aria-hidden="true" />
      <span className="entry-words">
        <span>
          <strong className="strong">{ENTRY_KIND_NAMES[entry.kind]}.</strong> {entry.text}
          <span className="visually-hidden">, {STATE_WORDS[entry.state]}</span>
        </span>
        <Sources entry={entry} isCurrent={isCurrent} sourceLabel={sourceLabel} />
        {entry.state === 'proposed' && entry.reason !== '' ? (
          <span className="entry-reason">{entry.reason}</span>
        ) : null}
        {isMergeTarget ? (
          <span className="entry-reason">Others join this one: go to one and press M. Esc ends it.</span>
        ) : null}
      </span>
      <Keys entry={entry} isCurrent={isCurrent} actions={actions} />
    </li>
  );
});
EntryCard.displayName = 'EntryCard';
