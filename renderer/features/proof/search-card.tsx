import { useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { holdingHits } from '../../../shared/negative-search.ts';
import type {
  HitStanding,
  NegativeSearch,
  SearchHit,
  SearchResult,
  UnreliedPage,
} from '../../../shared/negative-search.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openPage, openSpan } from '../../data/workspace-state.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { CiteButton } from './cite-button.tsx';

const counted = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;

const STANDINGS: Readonly<Record<HitStanding, string>> = {
  holds: 'documents it',
  denies: 'denies it',
  wants: 'only intends it',
  asks: 'asks for it',
  judges: 'denial or application',
};

const REASONS: Readonly<Record<UnreliedPage['reason'], string>> = {
  'not-recognised': 'not recognised yet',
  'no-words': 'no words found',
  'low-confidence': 'recognised badly',
};

const dayOf = (at: string): string =>
  new Date(at).toLocaleDateString('en-US', { year: '2-digit', month: '2-digit', day: '2-digit' });

const Hit = ({ caseId, hit: { span, standing, sentence } }: { readonly caseId: CaseId; readonly hit: SearchHit }) => {
  const sourceLabel = useSourceLabel(caseId);
  return (
    <li className="absence-hit">
      <span className="row absence-place">
        <span className={`told-kind ${standing === 'holds' ? '' : 'mild'}`}>{STANDINGS[standing]}</span>
        <span className="told-place">
          <SourceLink onPress={() => openSpan(span)}>{sourceLabel(span)}</SourceLink>
        </span>
      </span>
      {sentence}
    </li>
  );
};

/** The pages that the search cannot answer for, and the files that gave none. */
const Unrelied = ({
  caseId,
  result: { unrelied, unreadFiles },
}: {
  readonly caseId: CaseId;
  readonly result: SearchResult;
}) => {
  const sourceLabel = useSourceLabel(caseId);
  return (
    <ul className="told-lines" aria-label="Not relied on">
      {unrelied.map(({ record, page, reason }) => (
        <li key={`${record} ${String(page)}`} className="told-line">
          <span className="spread quiet">{REASONS[reason]}</span>
          <span className="told-place">
            <SourceLink onPress={() => openPage(record, page)}>{sourceLabel({ record, page })}</SourceLink>
          </span>
        </li>
      ))}
      {unreadFiles.map((name) => (
        <li key={name} className="told-line">
          <span className="spread quiet">could not be read</span>
          <span className="told-place">{name}</span>
        </li>
      ))}
    </ul>
  );
};

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What was found, in one line. */
const verdictOf = (result: SearchResult): string => {
  const held = holdingHits(result).length;
  return held === 0
    ? `Not documented on ${counted(result.pages, 'page', 'pages')}`
    : `Documented on ${held < result.hitPages && result.hits.length < result.hitPages ? 'at least ' : ''}${counted(held, 'page', 'pages')} of ${result.pages.toLocaleString('en-US')}`;
};

type Props = { readonly caseId: CaseId; readonly search: NegativeSearch };

const Outdated = ({ caseId, search: { id, words, now } }: Props) => {
  const { run: rerun, isRunning } = useCommand('absence.rerun');
  if (now === null) return null;
  return (
    <p className="row small search-outdated" role="status">
      <Icon name="warning" />
      <span className="spread">Pages have changed since. Now: {verdictOf(now).toLowerCase()}.</span>
      <Button
        variant="quiet"
        label={`Run again: ${words}`}
        isPending={isRunning}
        onPress={() => void rerun({ caseId, ids: [id] })}
      >
        Run again
      </Button>
    </p>
  );
};

const CiteSearch = ({ caseId, search: { id, words } }: Props) => {
  const { run: cite } = useCommand('absence.cite');
  return <CiteButton caseId={caseId} what={words} onCite={async (itemId) => (await cite({ caseId, id, itemId })).ok} />;
};

/** The numbers of the items that it is evidence of. */
const useItemNumbers = (caseId: CaseId, ids: NegativeSearch['items']): number[] => {
  const { data: items = [] } = useQueryOf('item.list', { caseId });
  return items.flatMap((item, index) => (ids.includes(item.id) ? [index + 1] : []));
};

/** One search: what was found on how many pages and when, which pages cannot be relied on, and what it is evidence for. */
export const SearchCard = ({ caseId, search }: Props) => {
  const { words, wordings, at, result, now } = search;
  const [shows, setShows] = useState<'unrelied' | 'wordings' | null>(null);
  const { run: remove } = useCommand('absence.remove');
  const numbers = useItemNumbers(caseId, search.items);
  const isHeld = holdingHits(result).length > 0;
  const doubts = result.unrelied.length + result.unreadFiles.length;
  const toggle = (what: 'unrelied' | 'wordings'): void => setShows(shows === what ? null : what);
  return (
    <li className="proof-card" aria-label={words}>
      <div className="proof-head">
        <h3 className="strong ellipsis">{upperFirst(words)}</h3>
        <span className="spread" />
        {isHeld || now !== null ? null : <CiteSearch caseId={caseId} search={search} />}
        <IconButton
          icon="close"
          label={`Remove the search for ${words}`}
          onPress={() => void remove({ caseId, ids: [search.id] })}
        />
      </div>
      <p className={`row small search-verdict ${isHeld ? 'held' : 'absent'}`}>
        <Icon name={isHeld ? 'warning' : 'check'} />
        <span>{verdictOf(result)}</span>
        <span className="quiet">
          {dayOf(at)}
          {numbers.length > 0 ? ` · evidence of item ${numbers.join(', ')}` : ''}
        </span>
      </p>
      <Outdated caseId={caseId} search={search} />
      <ul className="told-lines">
        {result.hits.map((hit) => (
          <Hit key={`${hit.span.record} ${String(hit.span.page)}`} caseId={caseId} hit={hit} />
        ))}
      </ul>
      <div className="row told-more small">
        {doubts === 0 ? (
          <span className="quiet">Every page can be relied on.</span>
        ) : (
          <button
            type="button"
            className="link-button"
            aria-expanded={shows === 'unrelied'}
            aria-label={`${counted(doubts, 'page', 'pages')} not relied on: ${words}`}
            onClick={() => toggle('unrelied')}
          >
            {counted(doubts, 'page', 'pages')} not relied on
          </button>
        )}
        <button
          type="button"
          className="link-button"
          aria-expanded={shows === 'wordings'}
          aria-label={`${counted(wordings.length, 'way', 'ways')} of writing it: ${words}`}
          onClick={() => toggle('wordings')}
        >
          {counted(wordings.length, 'way', 'ways')} of writing it
        </button>
        {result.removedPages > 0 ? (
          <span className="quiet">{counted(result.removedPages, 'removed page', 'removed pages')} left out</span>
        ) : null}
      </div>
      {shows === 'unrelied' ? <Unrelied caseId={caseId} result={result} /> : null}
      {shows === 'wordings' ? <p className="small quiet">{wordings.join(', ')}</p> : null}
    </li>
  );
};
