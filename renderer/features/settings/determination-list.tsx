import { useState } from 'react';
import { usShortDate } from '../../../shared/partial-date.ts';
import type { PrecedentLetter } from '../../../shared/precedent.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Pill } from '../../ui/pill.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** So many stand in the page at a time: there may be thousands. */
const PORTION = 100;

/** The determinations that were loaded, to be found by their number and taken away again. */
export const DeterminationList = ({ letters }: { readonly letters: readonly PrecedentLetter[] }) => {
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(PORTION);
  const { run: remove } = useCommand('precedent.remove');
  const found = letters.filter(({ caseNumber }) => caseNumber.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <>
      <TextField
        label="Find a determination by its number"
        isLabelHidden
        type="search"
        value={words}
        onChange={setWords}
        placeholder="Find by number"
      />
      <ul className="line-list" aria-label="Determinations">
        {found.slice(0, shown).map(({ id, caseNumber, decisionDate, items, isOwn }) => (
          <li key={id} className="line-row">
            <span className="spread">{caseNumber === '' ? 'Without a number' : caseNumber}</span>
            <span className="small quiet">{decisionDate === '' ? '' : usShortDate(decisionDate)}</span>
            <span className="small quiet">{items === 1 ? '1 item' : `${String(items)} items`}</span>
            <Pill tone={isOwn ? 'accent' : 'neutral'}>{isOwn ? 'yours' : 'published'}</Pill>
            <IconButton
              icon="trash"
              label={`Remove ${caseNumber === '' ? 'this determination' : caseNumber}`}
              onPress={() => void remove({ letterId: id })}
            />
          </li>
        ))}
      </ul>
      {found.length > shown ? (
        <div>
          <Button variant="quiet" onPress={() => setShown(shown + PORTION)}>
            {(found.length - shown).toLocaleString('en-US')} more
          </Button>
        </div>
      ) : null}
    </>
  );
};
