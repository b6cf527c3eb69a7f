import { useEffect, useEffectEvent, useRef } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { PageContent } from '../../../shared/page.ts';
import { useActions } from '../../commands/registry.ts';
import { focusPane } from '../../commands/panes.ts';
import { ActionButton, Button } from '../../ui/button.tsx';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import { PaneHeader } from '../../ui/pane.tsx';
import { Pill } from '../../ui/pill.tsx';
import { carryOffset } from './carry-offset.ts';
import { reasonInWords } from './eye-queue.ts';
import type { EyeRow } from './eye-queue.ts';
import { useEyeWords } from './use-eye-words.ts';

/** A place in the page's text that was pointed at on its picture. Each pointing is a new object. */
export type Pointed = { readonly offset: number };

type Props = {
  readonly caseId: CaseId;
  readonly row: EyeRow;
  readonly page: PageContent;
  readonly pointed: Pointed | null;
  readonly onCaret: (offset: number) => void;
  /** The page is settled; the revision holds it. */
  readonly onSettled: (revision: number) => void;
};

const GROUP = 'Read by eye';

/** What to do with the page, in a line or two. */
const adviceOf = ({ reason }: EyeRow, isTyped: boolean): string => {
  if (isTyped) return 'Your words stand in place of the recognised ones. They are saved while you type.';
  if (reason === 'low-confidence')
    return 'Compare the words with the picture. Mend what was misread, or confirm that they are right.';
  return 'Type what the page says, as far as it matters. If there is nothing to read on it, confirm that.';
};

/** Puts the caret where the picture was pointed at; taking the focus anew scrolls to it. */
const placeCaret = (field: HTMLTextAreaElement, offset: number): void => {
  field.blur();
  field.setSelectionRange(offset, offset);
  field.focus();
};

const focusWords = (): void => document.querySelector<HTMLElement>('[data-pane="by-eye"] textarea')?.focus();

/** The words of the page beside its picture: typed over or confirmed, then the next page. */
export const EyeWords = ({ caseId, row, page, pointed, onCaret, onSettled }: Props) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const { edit, isTyped, settle, restore } = useEyeWords(caseId, page, onSettled);
  const isEmpty = edit.value.trim() === '';
  const actions = {
    save: {
      id: 'eye.save',
      label: isTyped ? 'Save and next' : isEmpty ? 'Nothing to read, next' : 'Confirm and next',
      group: GROUP,
      keywords: 'settle words right',
      keys: ['Mod+Enter'],
      perform: () => void settle(),
    },
    confirm: {
      id: 'eye.confirm',
      label: 'Confirm and next',
      group: GROUP,
      keys: ['C'],
      pane: 'by-eye',
      isEnabled: !isTyped,
      isHidden: true,
      perform: () => void settle(),
    },
    edit: { id: 'eye.edit', label: 'Edit the words', group: GROUP, keys: ['E'], pane: 'by-eye', perform: focusWords },
  };
  useActions(Object.values(actions));

  const goTo = useEffectEvent(({ offset }: Pointed) => {
    if (field.current) placeCaret(field.current, carryOffset(page.text, field.current.value, offset));
  });
  useEffect(() => {
    if (pointed !== null) goTo(pointed);
  }, [pointed]);

  const follow = (event: SyntheticEvent<HTMLTextAreaElement>): void =>
    onCaret(carryOffset(event.currentTarget.value, page.text, event.currentTarget.selectionStart));
  const strike = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    focusPane('by-eye');
  };
  return (
    <section className="pane eye-words" data-pane="by-eye" aria-label="Words of the page" tabIndex={-1}>
      <PaneHeader>
        <h2 className="strong">Words</h2>
        <span className="small quiet ellipsis">{reasonInWords(row)}</span>
        <span className="spread" />
        {isTyped ? (
          <Pill tone="accent">typed</Pill>
        ) : page.eye === 'confirmed' ? (
          <Pill tone="safe">confirmed</Pill>
        ) : (
          <Pill tone="warn">to do</Pill>
        )}
      </PaneHeader>
      <textarea
        ref={field}
        className="eye-text"
        aria-label="Words of the page"
        value={edit.value}
        spellCheck
        placeholder="No words were recognised."
        onChange={(event) => edit.change(event.target.value)}
        onBlur={edit.flush}
        onSelect={follow}
        onKeyDown={strike}
      />
      <footer className="eye-footer">
        <ConflictNotice conflict={edit.conflict} inWords={(words) => words} />
        <p className="small quiet">{adviceOf(row, isTyped)}</p>
        <div className="row">
          <ActionButton action={actions.save} variant="primary" />
          {isTyped ? (
            <Button variant="quiet" onPress={() => void restore()}>
              Back to the recognised words
            </Button>
          ) : null}
        </div>
      </footer>
    </section>
  );
};
