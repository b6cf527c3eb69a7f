import { useEffect, useState } from 'react';
import type { CaseOverview } from '../shared/case.ts';
import { usShortDate } from '../shared/partial-date.ts';
import { useActions } from './commands/registry.ts';
import { useSaveState } from './data/use-edit.ts';
import { useUndo } from './data/undo.ts';
import { openFacts } from './data/workspace-state.ts';
import { duePill } from './features/cases/case-words.ts';
import { SearchBox } from './features/search/search-box.tsx';
import { Button, IconButton } from './ui/button.tsx';
import { Pill } from './ui/pill.tsx';
import { TopBar } from './ui/top-bar.tsx';
import { useToday } from './ui/use-today.ts';

const TYPING = 'input, textarea, [contenteditable=true]';

/** True while the cursor is in a field: there Ctrl Z is the field's own. */
const useIsTyping = (): boolean => {
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    const look = (): void => setTyping(document.activeElement?.matches(TYPING) === true);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', look);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', look);
    };
  }, []);
  return isTyping;
};

const SAVE_WORDS = { saved: 'Saved, encrypted', saving: 'Saving …', failed: 'Not saved' } as const;
const SAVE_TONES = { saved: 'safe', saving: 'neutral', failed: 'block' } as const;

const metaOf = ({ subject, dateOfInjury, items, facts }: CaseOverview): string =>
  [
    facts.origin === 'published-letter' ? 'made from a published letter' : '',
    subject,
    dateOfInjury === '' ? '' : `injured ${usShortDate(dateOfInjury)}`,
    items === 1 ? '1 item' : `${String(items)} items`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

type Props = { readonly overview: CaseOverview; readonly onClose: () => void };

/** The line above the case: which one, search, the clock, whether everything is saved. */
export const WorkspaceHeader = ({ overview, onClose }: Props) => {
  const { undo, redo } = useUndo(overview.id);
  const isTyping = useIsTyping();
  const save = useSaveState();
  const due = duePill(overview, useToday());
  useActions([
    {
      id: 'case.undo',
      label: 'Undo',
      menu: 'edit',
      group: 'Case',
      keywords: 'take back',
      keys: ['Mod+Z'],
      isEnabled: overview.canUndo && !isTyping,
      perform: () => void undo(),
    },
    {
      id: 'case.redo',
      label: 'Redo',
      menu: 'edit',
      group: 'Case',
      keywords: 'do again',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      isEnabled: overview.canRedo && !isTyping,
      perform: () => void redo(),
    },
    {
      id: 'case.details',
      label: 'Case details',
      menu: 'view',
      group: 'Case',
      keywords: 'header number dates reviewer organisation form clock',
      keys: ['Mod+D'],
      perform: () => openFacts('beginning'),
    },
    {
      id: 'case.close',
      label: 'All cases',
      menu: 'file',
      group: 'Case',
      keywords: 'close back list',
      perform: onClose,
    },
  ]);
  return (
    <TopBar
      title={overview.caseNumber === '' ? 'New case' : overview.caseNumber}
      meta={metaOf(overview)}
      onBack={onClose}
      centre={<SearchBox caseId={overview.id} pages={overview.pages} />}
      right={
        <>
          <IconButton
            icon="undo"
            label="Undo"
            keys="Mod+Z"
            isDisabled={!overview.canUndo}
            onPress={() => void undo()}
          />
          <IconButton
            icon="redo"
            label="Redo"
            keys="Mod+Shift+Z"
            isDisabled={!overview.canRedo}
            onPress={() => void redo()}
          />
          <Button variant="quiet" onPress={() => openFacts('beginning')}>
            Case details
          </Button>
          <Pill tone={due.tone}>{due.words}</Pill>
          <span role="status">
            <Pill tone={SAVE_TONES[save]}>{SAVE_WORDS[save]}</Pill>
          </span>
        </>
      }
    />
  );
};
