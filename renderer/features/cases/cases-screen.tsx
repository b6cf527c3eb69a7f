import { useEffect, useMemo, useState } from 'react';
import { CaseId } from '../../../shared/ids.ts';
import { openCase, openOverlay } from '../../commands/app-view.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { chooseFiles } from '../../data/dropped-files.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Pane } from '../../ui/pane.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useToday } from '../../ui/use-today.ts';
import { WindowDrop } from '../../ui/window-drop.tsx';
import { arrangeCases } from './case-order.ts';
import { CaseSearch, focusCaseSearch } from './case-search.tsx';
import { CaseSide } from './case-side.tsx';
import { CaseTable } from './case-table.tsx';
import { caseListMeta } from './case-words.ts';
import { NewCaseDialog } from './new-case-dialog.tsx';
import { StartHint } from './start-hint.tsx';
import { VaultNotices } from './vault-notices.tsx';
import { useCaseIntake } from './use-case-intake.ts';
import type { CaseIntake } from './use-case-intake.ts';
import './cases.css';

const GROUP = 'Cases';
const actionsOf = (intake: CaseIntake, selected: CaseId | null): readonly Action[] => [
  {
    id: 'cases.open',
    label: 'Open the selected case',
    group: GROUP,
    keys: ['Enter'],
    isEnabled: selected !== null,
    perform: () => selected !== null && openCase(selected),
  },
  {
    id: 'cases.new',
    label: 'New case',
    menu: 'file',
    group: GROUP,
    keywords: 'create add form',
    keys: ['Mod+N'],
    perform: () => openOverlay('new-case'),
  },
  {
    id: 'cases.files',
    label: 'New case from files',
    menu: 'file',
    group: GROUP,
    keywords: 'import records zip',
    keys: ['Mod+O'],
    perform: () => void chooseFiles().then(intake.fromFiles),
  },
  {
    id: 'cases.folder',
    label: 'New case from a folder',
    menu: 'file',
    group: GROUP,
    keywords: 'import records directory',
    perform: () => void chooseFiles({ folder: true }).then(intake.fromFiles),
  },
  {
    id: 'cases.letter',
    label: 'New case from a published determination',
    menu: 'file',
    group: GROUP,
    keywords: 'letter docx read',
    perform: () => void intake.fromLetter(),
  },
  {
    id: 'cases.sample',
    label: 'Open the sample case',
    menu: 'help',
    group: GROUP,
    keywords: 'demo example try',
    isEnabled: !intake.isOpeningSample,
    perform: () => void intake.openSample(),
  },
  {
    id: 'cases.find',
    label: 'Find a case',
    menu: 'edit',
    group: GROUP,
    keywords: 'search filter',
    keys: ['Mod+F'],
    perform: focusCaseSearch,
  },
];

const OTHER_WAYS = ['cases.files', 'cases.folder', 'cases.letter', 'cases.sample'];

/** The list of cases, the selected one beside it, and every way to begin another. */
export const CasesScreen = () => {
  const { data: all } = useQueryOf('case.list', {});
  const today = useToday();
  const intake = useCaseIntake();
  const [words, setWords] = useState('');
  const [sort, setSort] = useState<{ column: string; direction: 'ascending' | 'descending' }>({
    column: 'due',
    direction: 'ascending',
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = arrangeCases(all ?? [], words, sort);
  const selected = rows.find(({ id }) => id === chosen) ?? rows[0] ?? null;
  const selectedId = selected?.id ?? null;
  // The first one stays selected when another comes to stand above it: nobody has moved.
  if (chosen === null && selectedId !== null) setChosen(selectedId);
  const actions = useMemo(() => actionsOf(intake, selectedId), [intake, selectedId]);
  useActions(actions);
  const hasRows = rows.length > 0;
  useEffect(() => {
    if (hasRows && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-pane="cases"] [role=grid]')?.focus();
  }, [hasRows]);
  const open = (id: string): void => openCase(CaseId.parse(id));

  const list = (
    <Pane id="cases" label="List of cases">
      <VaultNotices />
      {rows.length > 0 ? (
        <CaseTable
          rows={rows}
          today={today}
          selected={selected?.id ?? null}
          onSelect={setChosen}
          onOpen={open}
          sort={sort}
          onSort={setSort}
        />
      ) : null}
      {rows.length === 0 && words !== '' ? (
        <EmptyState icon="search" title="No case has these words">
          The search looks at case number, items and state.
        </EmptyState>
      ) : null}
      {all !== undefined && words === '' ? <StartHint isAlone={all.length === 0} intake={intake} /> : null}
    </Pane>
  );
  return (
    <div className="screen">
      <TopBar
        title="Cases"
        meta={all === undefined || all.length === 0 ? '' : caseListMeta(all, today)}
        centre={all === undefined || all.length === 0 ? null : <CaseSearch words={words} onChange={setWords} />}
        right={
          <>
            <Button variant="primary" onPress={() => openOverlay('new-case')}>
              New case
            </Button>
            <Menu
              label="Other ways to begin"
              trigger={<IconButton icon="down" label="Other ways to begin a case" />}
              entries={actions.filter(({ id }) => OTHER_WAYS.includes(id))}
            />
          </>
        }
      />
      <main>
        {selected === null ? (
          list
        ) : (
          <Splitter
            id="cases"
            panels={[
              { id: 'list', label: 'Cases', minSize: 480, content: list },
              {
                id: 'side',
                label: 'Width of the selected case',
                defaultSize: '27%',
                minSize: 300,
                content: <CaseSide key={selected.id} row={selected} today={today} />,
              },
            ]}
          />
        )}
      </main>
      <NewCaseDialog intake={intake} />
      <WindowDrop label="Drop to start a new case" onFiles={(files) => void intake.fromFiles(files)} />
    </div>
  );
};
