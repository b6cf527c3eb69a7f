import { useState } from 'react';
import type { SubmitEvent } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSettled } from '../../ui/use-settled.ts';

const listed = (text: string): string[] =>
  text
    .split(/[,\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What the denial says is missing: each searched for by one press. */
const Offers = ({
  caseId,
  onTake,
}: {
  readonly caseId: CaseId;
  readonly onTake: (words: readonly string[]) => void;
}) => {
  const { data: offers = [] } = useQueryOf('absence.offers', { caseId });
  if (offers.length === 0) return null;
  return (
    <div className="row search-offers" role="group" aria-label="Said not to be documented">
      <span className="small quiet">Said not to be documented:</span>
      {offers.map((words) => (
        <Button key={words} label={`Search for ${words}`} onPress={() => onTake([words])}>
          {words}
        </Button>
      ))}
      {offers.length > 1 ? (
        <Button variant="quiet" onPress={() => onTake(offers)}>
          Search for all {offers.length}
        </Button>
      ) : null}
    </div>
  );
};

/** Asks what to prove absent, shows the ways in which it will be looked for, and lets them be changed. */
export const SearchForm = ({ caseId }: { readonly caseId: CaseId }) => {
  const [words, setWords] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const settled = useSettled(words.trim(), 200);
  const { data: known = [] } = useQueryOf('absence.wordings', { words: settled }, { keepsPrevious: true });
  const { run: search, isRunning } = useCommand('absence.search');
  const wordings = own ?? known.join(', ');
  const isEmpty = words.trim() === '';
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isEmpty) return;
    const term = own === null ? { words: words.trim() } : { words: words.trim(), wordings: listed(own) };
    const { ok } = await search({ caseId, terms: [term] });
    if (!ok) return;
    setWords('');
    setOwn(null);
  };
  return (
    <form className="search-form" aria-label="Negative search" onSubmit={(event) => void send(event)}>
      <div className="row search-line">
        <TextField
          label="What is not documented?"
          isLabelHidden
          value={words}
          onChange={setWords}
          placeholder="Drug screen, opioid agreement, …"
          className="spread"
        />
        <Button type="submit" variant="primary" isDisabled={isEmpty} isPending={isRunning}>
          Search all pages
        </Button>
      </div>
      {isEmpty ? (
        <Offers caseId={caseId} onTake={(all) => void search({ caseId, terms: all.map((one) => ({ words: one })) })} />
      ) : (
        <TextField
          label="Looked for as"
          value={wordings}
          onChange={setOwn}
          rows={3}
          description="Separated by commas; * at the end stands for any ending."
        />
      )}
    </form>
  );
};
