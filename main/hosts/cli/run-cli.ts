import { Refusal } from '../../../shared/reply.ts';
import { openClient } from './client.ts';
import type { Answer, Command, Commands } from './command.ts';
import { BENCH_COMMANDS } from './commands/bench-commands.ts';
import { CASE_COMMANDS } from './commands/case-commands.ts';
import { DEMO_COMMANDS } from './commands/demo-commands.ts';
import { INTAKE_COMMANDS } from './commands/intake-commands.ts';
import { LAW_COMMANDS } from './commands/law-commands.ts';
import { LETTER_COMMANDS } from './commands/letter-commands.ts';
import { PRECEDENT_COMMANDS } from './commands/precedent-commands.ts';
import { PROOF_COMMANDS } from './commands/proof-commands.ts';
import { RECORD_COMMANDS } from './commands/record-commands.ts';
import { SERVE_COMMANDS } from './commands/serve-commands.ts';
import { readOptions, type Options } from './options.ts';

const COMMANDS: Commands = {
  ...DEMO_COMMANDS,
  ...CASE_COMMANDS,
  ...INTAKE_COMMANDS,
  ...RECORD_COMMANDS,
  ...PROOF_COMMANDS,
  ...LETTER_COMMANDS,
  ...PRECEDENT_COMMANDS,
  ...LAW_COMMANDS,
  ...BENCH_COMMANDS,
  ...SERVE_COMMANDS,
};

const GENERAL = [
  '--store DIR            the vault folder',
  '--passphrase-file FILE the passphrase, where it is not in IMR_PASSPHRASE',
  '--overwrite            replaces a file of the name given with --out',
  '--json                 one JSON document on standard output',
];

const help = (): string[] => {
  const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length));
  return [
    'imr <command>',
    '',
    ...Object.values(COMMANDS).map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`),
    '',
    ...GENERAL.map((line) => `  ${line}`),
  ];
};

type Found = { readonly command: Command; readonly words: readonly string[] };

const find = (words: readonly string[]): Found => {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command !== undefined) return { command, words: words.slice(length) };
  }
  throw new Refusal('usage', `There is no command "${words.slice(0, 2).join(' ')}"; "imr --help" lists them.`);
};

const print = (answer: Answer, json: boolean): void => {
  process.stdout.write(
    json ? `${JSON.stringify(answer.json, null, 2)}\n` : answer.lines.map((line) => `${line}\n`).join(''),
  );
};

const run = async (options: Options): Promise<number> => {
  const { command, words } = find(options.words);
  const client = await openClient(
    command.store === undefined ? options : { ...options, store: command.store(options) },
    command.staysOpen,
  );
  try {
    const answer = await command.run(client, options, words);
    print(answer, options.json);
    return answer.exitCode ?? 0;
  } finally {
    await client.close();
  }
};

/** Runs one command and returns its exit code: 0 done, 1 refused, 2 wrong usage. */
export const runCli = async (argv: readonly string[]): Promise<number> => {
  try {
    const options = readOptions(argv);
    if (options.help || options.words.length === 0) {
      process.stdout.write(`${help().join('\n')}\n`);
      return options.help ? 0 : 2;
    }
    return await run(options);
  } catch (error) {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(
            'internal',
            'IMR Desk met an error that it did not expect. Look at what is there now before you try again.',
          );
    process.stderr.write(`${refusal.message}\n`);
    return refusal.code === 'usage' ? 2 : 1;
  }
};
