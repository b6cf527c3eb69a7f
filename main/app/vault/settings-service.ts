import type { LetterForm } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import { stated } from '../../../shared/stated.ts';
import { Credential, Settings } from '../../../shared/settings.ts';
import { keepUnknownRows, parseStored, readStored } from '../../../shared/stored-json.ts';
import { currentForm, formOf } from '../../letters/letter-forms.ts';
import type { App, HandlersOf } from '../backend/app.ts';

/** What a vault starts with; its letters are of the current form. */
export const DEFAULT_SETTINGS: Settings = {
  reviewerName: '',
  credentials: [],
  organisation: '',
  guidelineLabel: '',
  letterForm: '',
  holidaysOff: [],
  ownHolidays: [],
  expeditedUnit: 'calendar',
  lockAfterMinutes: 15,
  singleKeys: true,
  ownWords: [],
  theme: 'system',
  summaryOrder: 'date',
  documentsGrain: 'report',
  sentencePatterns: {},
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Those that were stored before credentials had an id are known by where they stand. */
const withIds = (credentials: unknown): unknown =>
  Array.isArray(credentials)
    ? credentials.map((row: unknown, at) => (isObject(row) && !('id' in row) ? { ...row, id: String(at) } : row))
    : credentials;

const storedSettings = (app: Pick<App, 'session'>): object => {
  const stored = parseStored(app.session.vault().setting('settings'));
  if (!isObject(stored)) return {};
  return 'credentials' in stored ? { ...stored, credentials: withIds(stored.credentials) } : stored;
};

/** The form that new cases have: the one that was set, if it is still known, or the current one. */
const knownForm = ({ assets: { forms } }: Pick<App, 'assets'>, set: LetterForm): LetterForm =>
  (forms.find(({ form }) => form === set) ?? currentForm(forms)).form;

/** The settings of this vault; what was never set, or is stored in a way that is not known here, has its default. */
export const readSettings = (app: Pick<App, 'session' | 'assets'>): Settings => {
  const settings = readStored(Settings, { ...DEFAULT_SETTINGS, ...storedSettings(app) }, DEFAULT_SETTINGS);
  return { ...settings, letterForm: knownForm(app, settings.letterForm) };
};

/** Keeps a change, and with it everything that is stored and not changed, known here or not. */
const saveSettings = (app: Pick<App, 'session'>, change: Partial<Settings>): void => {
  const stored = storedSettings(app);
  const { credentials } = change;
  const before = 'credentials' in stored ? stored.credentials : [];
  const kept = credentials && {
    credentials: keepUnknownRows(Credential, before, credentials, ({ id }) => id),
  };
  app.session.vault().saveSetting('settings', JSON.stringify({ ...stored, ...change, ...kept }));
};

/** The reviewer's states or specialties as a letter prints them. */
export const credentialNames = (settings: Settings, kind: Settings['credentials'][number]['kind']): string =>
  settings.credentials
    .filter((credential) => credential.kind === kind)
    .map(({ name }) => name)
    .join(', ');

export const settingsService = (
  app: App,
): HandlersOf<'settings'> & HandlersOf<'credential'> & HandlersOf<'ownWord'> => {
  const changeCredentials = (change: (credentials: readonly Credential[]) => Credential[]): void =>
    saveSettings(app, { credentials: change(readSettings(app).credentials) });
  const wordsBut = (word: string): string[] =>
    readSettings(app).ownWords.filter((own) => own.toLowerCase() !== word.toLowerCase());
  return {
    'settings.show': () => readSettings(app),
    'settings.update': (change) => {
      if (change.letterForm !== undefined) formOf(app.assets.forms, change.letterForm);
      saveSettings(app, stated(change));
      return readSettings(app);
    },
    'credential.add': ({ kind }) => {
      const id = app.newId();
      changeCredentials((credentials) => [...credentials, { id, kind, name: '', expires: '' }]);
      return { id };
    },
    'credential.edit': ({ id, change }) => {
      if (!readSettings(app).credentials.some((one) => one.id === id))
        throw new Refusal('not-found', 'This credential is no longer there.');
      changeCredentials((credentials) =>
        credentials.map((one) => (one.id === id ? { ...one, ...stated(change) } : one)),
      );
      return {};
    },
    'credential.remove': ({ id }) => {
      changeCredentials((credentials) => credentials.filter((one) => one.id !== id));
      return {};
    },
    'ownWord.add': ({ word }) => {
      saveSettings(app, { ownWords: [...wordsBut(word), word].sort((a, b) => a.localeCompare(b, 'en')) });
      return {};
    },
    'ownWord.remove': ({ word }) => {
      saveSettings(app, { ownWords: wordsBut(word) });
      return {};
    },
  };
};
