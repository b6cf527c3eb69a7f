import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_LIST, type CheckName } from '../../shared/check-list.ts';
import { Rule, rulesOn } from '../../shared/rule.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'assets', 'rules');
const FILES = readdirSync(FOLDER).sort();
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const RULES = FILES.map((name) => Rule.parse(read(name)));

describe('the rules that are shipped', () => {
  it('have a file each, named after them', () => {
    expect(FILES).toEqual(RULES.map(({ id }) => `${id}.json`));
  });

  it('stand behind every check', () => {
    const held = new Set(RULES.flatMap(({ checks }) => checks));
    expect((Object.keys(CHECK_LIST) as CheckName[]).filter((name) => !held.has(name))).toEqual([]);
  });

  it('are suggestions where they are from memory, and cannot be anything else', () => {
    const fromMemory = RULES.filter(({ certainty }) => certainty === 'memory');
    expect(fromMemory.map(({ kind }) => kind)).toEqual(fromMemory.map(() => 'suggestion'));
    expect(fromMemory).not.toEqual([]);
    expect(Rule.safeParse({ ...fromMemory[0], kind: 'rule' }).success).toBe(false);
  });

  it('stand in the table of the checks with where they stand and how sure that is', () => {
    const marks = { confirmed: '', partly: ' (partly)', memory: ' (from memory)' };
    const cells = readFileSync(join(ROOT, 'docs', 'domain.md'), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name, cell] = /^\| \d+ \| `([\w-]+)` \|.*\| ([^|]+) \|$/u.exec(line) ?? [];
        return name === undefined ? [] : [[name, cell] as const];
      });
    expect(cells).toEqual(
      Object.keys(CHECK_LIST).map((name) => [
        name,
        [
          ...new Set(
            RULES.filter(({ checks }) => checks.includes(name as CheckName)).map(
              ({ stands, certainty }) => `${stands}${marks[certainty]}`,
            ),
          ),
        ].join('; '),
      ]),
    );
  });

  it('give the standard of necessity as it is on the day of the decision', () => {
    const on = (day: string) =>
      rulesOn(
        RULES.map((rule) => ({ ...rule, isOwn: false })),
        ['necessity-standard', 'necessity-standard-before-2017'],
        day,
      ).map(({ id }) => id);
    expect([on('2016-12-31'), on('2017-01-01')]).toEqual([['necessity-standard-before-2017'], ['necessity-standard']]);
  });
});
