import { stated } from '../../../shared/stated.ts';
import { Settings } from '../../../shared/settings.ts';
import type { App, HandlersOf } from '../backend/app.ts';

/** What a vault starts with. */
export const DEFAULT_SETTINGS: Settings = {
  reviewerName: '',
  credentials: [],
  organisation: '',
  guidelineLabel: '',
  letterForm: '2016',
  lockAfterMinutes: 15,
  singleKeys: true,
  ownWords: [],
  theme: 'system',
};

/** The settings of this vault; what was never set has its default. */
export const readSettings = (app: Pick<App, 'session'>): Settings => {
  const stored = app.session.vault().setting('settings');
  return Settings.parse({ ...DEFAULT_SETTINGS, ...(stored === null ? {} : (JSON.parse(stored) as object)) });
};

/** The reviewer's states or specialties as a letter prints them. */
export const credentialNames = (settings: Settings, kind: Settings['credentials'][number]['kind']): string =>
  settings.credentials
    .filter((credential) => credential.kind === kind)
    .map(({ name }) => name)
    .join(', ');

export const settingsService = (app: App): HandlersOf<'settings'> => ({
  'settings.show': () => readSettings(app),
  'settings.update': (change) => {
    const settings = { ...readSettings(app), ...stated(change) };
    app.session.vault().saveSetting('settings', JSON.stringify(settings));
    app.changed(null, ['settings']);
    return settings;
  },
});
