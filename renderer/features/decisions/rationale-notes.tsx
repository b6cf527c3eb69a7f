import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Blank } from './rationale-marks.ts';

type Props = {
  readonly blanks: readonly Blank[];
  /** How many words were just pasted; 0 where that is settled. */
  readonly pastedWords: number;
  readonly onBlank: () => void;
  readonly onQuote: () => void;
  readonly onKeep: () => void;
};

/** What the text itself asks for: blanks to fill, and whether pasted words are a guideline's. */
export const RationaleNotes = ({ blanks, pastedWords, onBlank, onQuote, onKeep }: Props) => (
  <>
    {pastedWords > 0 ? (
      <Notice
        tone="info"
        isLive
        actions={
          <>
            <Button onPress={onQuote}>Mark as quotation</Button>
            <Button variant="quiet" onPress={onKeep}>
              They are mine
            </Button>
          </>
        }
      >
        {pastedWords} words were pasted. If they are a guideline’s, they belong in quotation marks.
      </Notice>
    ) : null}
    {blanks.length > 0 ? (
      <Notice tone="block" actions={<Button onPress={onBlank}>Go to the first</Button>}>
        {blanks.length === 1 ? 'A blank is' : `${String(blanks.length)} blanks are`} to be filled before the letter goes
        out: {blanks.map(({ name }) => name).join(', ')}.
      </Notice>
    ) : null}
  </>
);
