import { create } from 'zustand';
import type { CaseId } from '../../shared/ids.ts';

/** What floats above the screen; one at a time. */
export type Overlay = 'palette' | 'shortcuts' | 'settings' | 'new-case' | 'about' | 'verify';

/** The pages of the settings. */
export type SettingsSection =
  'reviewer' | 'letter' | 'summary' | 'guidelines' | 'rules' | 'clocks' | 'snippets' | 'precedents' | 'application';

type AppView = {
  /** The case that is open, or null: the list of cases. */
  readonly caseId: CaseId | null;
  readonly overlay: Overlay | null;
  /** The page of the settings that was shown last. */
  readonly settingsAt: SettingsSection;
  /** The case that is verified, or null: all of them, and the vault. */
  readonly verifying: CaseId | null;
};

/** Where one is. It outlives a lock: unlocking comes back to the same place. */
export const useAppView = create<AppView>(() => ({
  caseId: null,
  overlay: null,
  settingsAt: 'reviewer',
  verifying: null,
}));

export const openCase = (caseId: CaseId): void => useAppView.setState({ caseId, overlay: null });
export const closeCase = (): void => useAppView.setState({ caseId: null });
export const openOverlay = (overlay: Overlay): void => useAppView.setState({ overlay });
export const closeOverlay = (): void => useAppView.setState({ overlay: null });
/** Opens the check of one case's file, or of the whole vault. */
export const openVerify = (verifying: CaseId | null): void => useAppView.setState({ overlay: 'verify', verifying });
/** Opens the settings at one of their pages. */
export const openSettings = (settingsAt: SettingsSection): void =>
  useAppView.setState({ overlay: 'settings', settingsAt });
export const showSettings = (settingsAt: SettingsSection): void => useAppView.setState({ settingsAt });
