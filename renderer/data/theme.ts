import { useEffect } from 'react';
import type { Settings } from '../../shared/settings.ts';
import { remember, remembered } from './view-memory.ts';

type Theme = Settings['theme'];
const NAME = 'theme';

/** The theme last chosen on this computer: the settings cannot be read while the vault is locked. */
export const rememberedTheme = (): Theme => {
  const theme = remembered(NAME);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

/** Draws the page light or dark, or as the system says. */
export const useTheme = (theme: Theme): void => {
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    remember(NAME, theme);
  }, [theme]);
};
