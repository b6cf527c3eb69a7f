import { diffWordsWithSpace } from 'diff';
import type { CaseId } from '../../../shared/ids.ts';
import type { ShownSentence } from '../../../shared/summary.ts';
import { useChangeSummary } from '../../data/change-summary.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What stands and what is offered as one text, each word that differs marked. */
const Changed = ({ from, to }: { readonly from: string; readonly to: string }) => (
  <p className="serif">
    {diffWordsWithSpace(from, to).map(({ value, added, removed }, at) =>
      added ? <ins key={at}>{value}</ins> : removed ? <del key={at}>{value}</del> : <span key={at}>{value}</span>,
    )}
  </p>
);

type SettleProps = { readonly caseId: CaseId; readonly sentence: ShownSentence; readonly number: number };

const titleOf = ({ behind, offered }: ShownSentence, number: number): string => {
  if (offered === '') return `The timeline no longer says what sentence ${String(number)} was made from`;
  return behind.length === 0
    ? `Sentence ${String(number)} has become the first of its day, and lacks its date`
    : `The timeline says something else now than sentence ${String(number)}`;
};

/** An edited sentence beside what the timeline says now. */
const SettleSentence = ({ caseId, sentence, number }: SettleProps) => {
  const { id, text, offered } = sentence;
  const { change } = useChangeSummary(caseId, 'summary.settle');
  const settle = (choice: 'new' | 'mine'): void => void change({ sentence: id, choice });
  const isToGo = offered === '';
  return (
    <div role="group" aria-label={`Sentence ${String(number)} and the timeline`}>
      <Notice
        tone="warn"
        title={titleOf(sentence, number)}
        actions={
          <>
            <Button onPress={() => settle('new')}>{isToGo ? 'Take it out' : 'Take the new words'}</Button>
            <Button variant="quiet" onPress={() => settle('mine')}>
              Keep mine
            </Button>
          </>
        }
      >
        <Changed from={text} to={offered ?? ''} />
      </Notice>
    </div>
  );
};

const numbers = (found: readonly number[]): string =>
  found.length === 1
    ? `Sentence ${String(found[0])}`
    : `Sentences ${found.slice(0, -1).join(', ')} and ${String(found.at(-1))}`;

/** So many changes are shown before an update; it brings them all. */
const MOST_SHOWN = 5;

type Props = {
  readonly caseId: CaseId;
  readonly sentences: readonly ShownSentence[];
  /** Brings the sentences that nobody edited up to the timeline. */
  readonly onUpdate: () => void;
};

/** The sentences whose timeline entries were corrected or rejected since: to be updated, or decided where edited. */
export const BehindSentences = ({ caseId, sentences, onUpdate }: Props) => {
  const behind = sentences
    .map((sentence, index) => ({ sentence, number: index + 1 }))
    .filter(({ sentence }) => sentence.offered !== null);
  const plain = behind.filter(({ sentence }) => !sentence.isTouched);
  return (
    <>
      {plain.length > 0 ? (
        <Notice
          tone="warn"
          title={`${numbers(plain.map(({ number }) => number))} no longer ${plain.length === 1 ? 'says' : 'say'} what the timeline says`}
          actions={<Button onPress={onUpdate}>Update from the timeline</Button>}
        >
          <p>Entries were corrected or rejected after the summary was made from them.</p>
          {plain.slice(0, MOST_SHOWN).map(({ sentence }) => (
            <Changed key={sentence.id} from={sentence.text} to={sentence.offered ?? ''} />
          ))}
        </Notice>
      ) : null}
      {behind
        .filter(({ sentence }) => sentence.isTouched)
        .map(({ sentence, number }) => (
          <SettleSentence key={sentence.id} caseId={caseId} sentence={sentence} number={number} />
        ))}
    </>
  );
};
