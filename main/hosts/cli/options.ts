import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/reply.ts';
import { defaultStore } from '../../app/backend/default-store.ts';

/** What was typed after `imr`. */
export type Options = {
  readonly words: readonly string[];
  readonly store: string;
  readonly storeIsGiven: boolean;
  readonly passphrase: string | undefined;
  readonly json: boolean;
  readonly out: string | undefined;
  /** The id of a letter form; the backend knows which there are. */
  readonly form: string | undefined;
  readonly force: string | undefined;
  readonly record: string | undefined;
  /** The password to try on files that are protected; empty where none was given. */
  readonly filePassword: string;
  /** Whether a file that is there may be replaced. */
  readonly overwrite: boolean;
  readonly case: string | undefined;
  readonly help: boolean;
  readonly own: boolean;
  /** A table takes the place of the one that is there. */
  readonly replace: boolean;
  /** The letter is issued; `correction` says why a changed one replaces it. */
  readonly issue: boolean;
  readonly correction: string | undefined;
  readonly version: number | undefined;
  readonly item: string | undefined;
  readonly bodyPart: string | undefined;
  readonly guideline: string | undefined;
  /** The words are things to prove absent, each by itself. */
  readonly absent: boolean;
};

/** Takes the passphrase out of the environment, so that no process started from here inherits it. */
const takeFromEnvironment = (): string | undefined => {
  const { IMR_PASSPHRASE: passphrase } = process.env;
  delete process.env.IMR_PASSPHRASE;
  return passphrase === '' ? undefined : passphrase;
};

/** What a file holds, without the end of its last line. */
const contentOf = (file: string, what: string): string => {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/u, '');
  } catch {
    throw new Refusal('usage', `The ${what} ${file} cannot be read; check its path.`);
  }
};

const passphraseFrom = (file: string | undefined): string | undefined => {
  const fromEnvironment = takeFromEnvironment();
  if (file === undefined) return fromEnvironment;
  return contentOf(file, 'passphrase file');
};

const filePasswordFrom = (values: {
  readonly 'file-password'?: string | undefined;
  readonly 'file-password-file'?: string | undefined;
}): string => {
  if (values['file-password'] !== undefined)
    throw new Refusal(
      'usage',
      'Every user of this computer can read a password in a command line; put it in a file and give --file-password-file FILE.',
    );
  const file = values['file-password-file'];
  return file === undefined ? '' : contentOf(file, 'password file');
};

const versionFrom = (version: string | undefined): number | undefined => {
  if (version === undefined || /^[1-9]\d{0,5}$/u.test(version))
    return version === undefined ? undefined : Number(version);
  throw new Refusal('usage', `There is no version ${version}; versions are counted from 1.`);
};

/** Reads the command line; refuses with `usage` what it does not know. */
export const readOptions = (argv: readonly string[]): Options => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        store: { type: 'string' },
        'passphrase-file': { type: 'string' },
        json: { type: 'boolean' },
        out: { type: 'string' },
        form: { type: 'string' },
        force: { type: 'string' },
        record: { type: 'string' },
        case: { type: 'string' },
        'file-password': { type: 'string' },
        'file-password-file': { type: 'string' },
        overwrite: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        'no-open': { type: 'boolean' },
        own: { type: 'boolean' },
        replace: { type: 'boolean' },
        issue: { type: 'boolean' },
        correction: { type: 'string' },
        version: { type: 'string' },
        item: { type: 'string' },
        'body-part': { type: 'string' },
        guideline: { type: 'string' },
        absent: { type: 'boolean' },
      },
    });
    return {
      words: positionals,
      store: resolve(values.store ?? defaultStore()),
      storeIsGiven: values.store !== undefined,
      passphrase: passphraseFrom(values['passphrase-file']),
      json: values.json === true,
      out: values.out,
      form: values.form,
      force: values.force,
      record: values.record,
      filePassword: filePasswordFrom(values),
      overwrite: values.overwrite === true,
      case: values.case,
      help: values.help === true,
      own: values.own === true,
      replace: values.replace === true,
      issue: values.issue === true || values.correction !== undefined,
      correction: values.correction,
      version: versionFrom(values.version),
      item: values.item,
      bodyPart: values['body-part'],
      guideline: values.guideline,
      absent: values.absent === true,
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'usage',
      error instanceof Error ? error.message.split('. ')[0] + '.' : 'The options are not as they should be.',
    );
  }
};
