import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { APP_ACTIONS } from './commands/app-actions.ts';
import { closeCase, useAppView } from './commands/app-view.ts';
import { useKeyboard } from './commands/keyboard.ts';
import { useActions } from './commands/registry.ts';
import { queryClient } from './data/client.ts';
import { useQueryOf } from './data/hooks.ts';
import { forgetAnswers } from './data/lock.ts';
import { rememberedTheme, useTheme } from './data/theme.ts';
import { CasesScreen } from './features/cases/cases-screen.tsx';
import { Palette } from './features/palette/palette.tsx';
import { ShortcutSheet } from './features/palette/shortcut-sheet.tsx';
import { SettingsDialog } from './features/settings/settings-dialog.tsx';
import { AboutDialog } from './features/settings/about-dialog.tsx';
import { FirstRun } from './features/unlock/first-run.tsx';
import { UnlockScreen } from './features/unlock/unlock-screen.tsx';
import { VerifyDialog } from './features/verify/verify-dialog.tsx';
import { EmptyState } from './ui/empty-state.tsx';
import { Toasts } from './ui/toast-region.tsx';
import { Workspace } from './workspace.tsx';

/** The desk of an open vault: the list of cases or one case, and what floats above either. */
const OpenDesk = () => {
  const caseId = useAppView((view) => view.caseId);
  const { data: settings } = useQueryOf('settings.show', {});
  useActions(APP_ACTIONS);
  useKeyboard(settings?.singleKeys ?? true);
  useTheme(settings?.theme ?? rememberedTheme());
  return (
    <>
      {caseId === null ? <CasesScreen /> : <Workspace key={caseId} caseId={caseId} onClose={closeCase} />}
      <Palette />
      <ShortcutSheet />
      <SettingsDialog />
      <AboutDialog />
      <VerifyDialog />
    </>
  );
};

const LockedDesk = () => {
  useTheme(rememberedTheme());
  useEffect(forgetAnswers, []);
  return <UnlockScreen />;
};

/** The vault decides what there is to see. The first run stays until the recovery key was confirmed. */
const Desk = () => {
  const { data: vault, error } = useQueryOf('vault.status', {});
  const [isFirstRun, setFirstRun] = useState(false);
  if (error !== null)
    return (
      <main className="centred">
        <EmptyState icon="blocked" title="IMR Desk cannot be reached">
          {error.message}
        </EmptyState>
      </main>
    );
  if (vault === undefined) return null;
  if (!vault.exists || isFirstRun)
    return <FirstRun onBegin={() => setFirstRun(true)} onEnd={() => setFirstRun(false)} />;
  return vault.unlocked ? <OpenDesk /> : <LockedDesk />;
};

/** The page. */
export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Desk />
    <Toasts />
  </QueryClientProvider>
);
