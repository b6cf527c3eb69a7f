import { Refusal } from '../../../shared/reply.ts';
import type { Client } from './client.ts';
import type { Options } from './options.ts';

/** What a command has to say: `json` for `--json`, `lines` for people. `exitCode` 1 where the answer is a no. */
export type Answer = { readonly json: unknown; readonly lines: readonly string[]; readonly exitCode?: 0 | 1 };

export type Command = {
  readonly usage: string;
  readonly does: string;
  /** The vault folder, for a command that has its own. */
  /** True for one that serves screens: pages are recognised in the background meanwhile. */
  readonly staysOpen?: true;
  readonly store?: (options: Options) => string;
  readonly run: (client: Client, options: Options, words: readonly string[]) => Promise<Answer>;
};

export type Commands = Readonly<Record<string, Command>>;

/** The word at `index`; refuses with `usage` where it is missing. */
export const word = (words: readonly string[], index: number, what: string): string => {
  const found = words[index];
  if (found === undefined) throw new Refusal('usage', `${what} is missing.`);
  return found;
};

/** Text as a terminal may show it: control characters of hostile names are left out. */
export const plainLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
