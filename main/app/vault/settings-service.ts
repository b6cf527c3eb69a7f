import { stated } from '../../../shared/stated.ts';
import { Credential, Settings } from '../../../shared/settings.ts';
import { keepUnknownRows, parseStored, readStored } from '../../../shared/stored-json.ts';
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

const storedSettings = (app: Pick<App, 'session'>): object => {
  const stored = parseStored(app.session.vault().setting('settings'));
  return typeof stored === 'object' && stored !== null ? stored : {};
};

/** The settings of this vault; what was never set, or is stored in a way that is not known here, has its default. */
export const readSettings = (app: Pick<App, 'session'>): Settings =>
  readStored(Settings, { ...DEFAULT_SETTINGS, ...storedSettings(app) }, DEFAULT_SETTINGS);

/** Keeps a change, and with it everything that is stored and not changed, known here or not. */
const saveSettings = (app: Pick<App, 'session'>, change: Partial<Settings>): void => {
  const stored = storedSettings(app);
  const { credentials } = change;
  const before = 'credentials' in stored ? stored.credentials : [];
  const kept = credentials && {
    credentials: keepUnknownRows(Credential, before, credentials, (row) => JSON.stringify(row)),
  };
  app.session.vault().saveSetting('settings', JSON.stringify({ ...stored, ...change, ...kept }));
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
    saveSettings(app, stated(change));
    return readSettings(app);
  },
});
