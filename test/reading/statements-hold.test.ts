import fc from 'fast-check';
import type { SectionKind } from '../../main/reading/heading-words.ts';
import { quoted, writeStatement } from '../../main/reading/statement/write-statement.ts';

const SHE = { pronoun: 'she', names: [] } as const;

type Known = {
  readonly section: SectionKind;
  readonly text: string;
  /** Words that the statement must hold, as it spells them. */
  readonly subject: readonly string[];
  readonly side: 'left' | 'right' | null;
  readonly number: string | null;
  /** The word that says yes or no, and the one that must not stand in its place; null where none does. */
  readonly polarity: readonly [is: string, isNot: string] | null;
  readonly isDenied: boolean;
};

const one = fc.constantFrom;
const sides = one('left', 'right', 'L', 'R');
const sideOf = (side: string): 'left' | 'right' => (/^l/i.test(side) ? 'left' : 'right');
const parts = one('shoulder', 'knee', 'wrist', 'ankle', 'hip', 'elbow');
const tests = one(
  'Neer',
  'Hawkins',
  'McMurray',
  'Lachman',
  'Tinel',
  'Phalen',
  'drop arm test',
  'straight leg raise',
  'Spurling',
  'empty can',
);
const motions = one('Flexion', 'Extension', 'Abduction', 'Adduction', 'External rotation', 'Internal rotation');
const found = one('swelling', 'spasm', 'effusion', 'crepitus', 'tenderness', 'atrophy', 'weakness', 'numbness');
const degrees = fc.integer({ min: 5, max: 180 });
const grade = fc.tuple(fc.integer({ min: 0, max: 5 }), one('', '-', '+')).map(([value, sign]) => `${value}${sign}/5`);
const score = fc.integer({ min: 0, max: 10 }).map((value) => `${value}/10`);
const adverb = one('', 'mildly ', 'moderately ', 'severely ', 'very ', 'minimally ');
const state = one('limited', 'decreased', 'restricted', 'painful', 'reduced', 'diminished');
const complaint = one('pain', 'stiffness', 'soreness', 'swelling', 'numbness', 'weakness', 'burning');

const known = (section: SectionKind, text: string, rest: Partial<Known>): Known => ({
  section,
  text,
  subject: [],
  side: null,
  number: null,
  polarity: null,
  isDenied: false,
  ...rest,
});

const statements = fc.oneof(
  fc.tuple(tests, one('positive', 'negative'), sides).map(([test, sign, side]) =>
    known('objective', `${test} ${sign} on the ${sideOf(side)}.`, {
      subject: [test],
      side: sideOf(side),
      polarity: [sign, sign === 'positive' ? 'negative' : 'positive'],
    }),
  ),
  fc.tuple(tests, tests, one('Positive', 'Negative', '+')).map(([first, second, sign]) =>
    known('objective', `${sign} ${first} and ${second}.`, {
      subject: [first, second],
      polarity: /^(?:positive|\+)$/i.test(sign) ? ['positive', 'negative'] : ['negative', 'positive'],
    }),
  ),
  fc.tuple(tests, tests, parts, sides).map(([first, second, part, side]) =>
    known('objective', `Positive ${first}, negative ${second} in the ${sideOf(side)} ${part}.`, {
      subject: [`${first} was positive`, `${second} was negative`, part].map((words) => words.toLowerCase()),
      side: sideOf(side),
    }),
  ),
  fc.tuple(motions, degrees, sides, parts).map(([motion, value, side, part]) =>
    known('objective', `${motion} ${value} degrees in the ${sideOf(side)} ${part}.`, {
      subject: [motion, part],
      side: sideOf(side),
      number: String(value),
    }),
  ),
  fc.tuple(sides, parts, motions, degrees).map(([side, part, motion, value]) =>
    known(
      'objective',
      `${sideOf(side)} ${part}: ${motion} ${value} degrees.`.replace(/^./, (first) => first.toUpperCase()),
      {
        subject: [motion, part],
        side: sideOf(side),
        number: String(value),
      },
    ),
  ),
  fc.tuple(grade, sides, parts).map(([value, side, part]) =>
    known('objective', `Strength ${value} in the ${sideOf(side)} ${part}.`, {
      subject: ['strength', part],
      side: sideOf(side),
      number: value,
    }),
  ),
  fc
    .tuple(grade, one('strength', 'motor strength', 'grip strength'))
    .map(([value, what]) => known('objective', `${value} ${what}.`, { subject: [what], number: value })),
  fc.tuple(found, sides, parts, fc.boolean()).map(([what, side, part, isDenied]) =>
    known(
      'objective',
      `${isDenied ? 'No ' : ''}${what} of the ${sideOf(side)} ${part}.`.replace(/^./, (first) => first.toUpperCase()),
      {
        subject: [what, part],
        side: sideOf(side),
        isDenied,
      },
    ),
  ),
  fc.tuple(adverb, state, sides, parts).map(([how, what, side, part]) =>
    known('objective', `ROM ${how}${what} in the ${sideOf(side)} ${part}.`, {
      subject: ['range of motion', `${how}${what}`, part],
      side: sideOf(side),
    }),
  ),
  fc.tuple(sides, parts, complaint, score).map(([side, part, what, value]) =>
    known(
      'subjective',
      `${side} ${part} ${what === 'pain' ? 'pain' : `${what} and pain`} ${value}.`.replace(/^./, (first) =>
        first.toUpperCase(),
      ),
      {
        subject: [part, 'pain'],
        side: sideOf(side),
        number: value,
      },
    ),
  ),
  fc.tuple(one('Denies', 'Reports', 'Complains of'), complaint, sides, parts).map(([verb, what, side, part]) =>
    known('subjective', `${verb} ${what} in the ${sideOf(side)} ${part}.`, {
      subject: [what, part],
      side: sideOf(side),
      isDenied: verb === 'Denies',
    }),
  ),
  fc.tuple(complaint, sides, parts, one('is', 'is not')).map(([what, side, part, verb]) =>
    known('subjective', `The ${what} in her ${sideOf(side)} ${part} ${verb} better.`, {
      subject: [what, part, 'better'],
      side: sideOf(side),
      isDenied: verb === 'is not',
    }),
  ),
  fc
    .tuple(one('also', 'still', 'now', 'often', 'sometimes'), one('takes', 'needs', 'uses', 'wears'), sides, parts)
    .map(([adverbOf, verb, side, part]) =>
      known('subjective', `She ${adverbOf} ${verb} a brace on her ${sideOf(side)} ${part}.`, {
        subject: [adverbOf, 'brace', part],
        side: sideOf(side),
      }),
    ),
);

const DENIAL = /\b(?:no|not|never|none|without|denied)\b/i;
const OTHER_SIDE = { left: /\bright\b/i, right: /\bleft\b/i };
/** What the forms of statements may add to the words of the note. */
const ADDED = new Set(
  'was were there a an the had on of in at rated she he her patient reported denied complained took needed used wore range motion positive right left been'.split(
    ' ',
  ),
);
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

describe('statements of a note with known subject, side, number and polarity', () => {
  const RUNS = 2000;
  it('keep every one of them, two thousand times', () => {
    let quotes = 0;
    fc.assert(
      fc.property(statements, ({ section, text, subject, side, number, polarity, isDenied }) => {
        const written = writeStatement(text, section, SHE);
        if (written === '') quotes += 1;
        const said = written === '' ? quoted(text) : written;
        const lower = said.toLowerCase();
        expect(subject.filter((words) => !lower.includes(words.toLowerCase()) && written !== '')).toEqual([]);
        if (side !== null && written !== '') expect(said).toMatch(new RegExp(`\\b${side}\\b`, 'i'));
        if (side !== null) expect(said).not.toMatch(OTHER_SIDE[side]);
        expect(said.match(/\d[\d/+-]*/g) ?? []).toEqual(number === null ? [] : [number]);
        if (polarity !== null && written !== '') {
          expect(lower).toContain(polarity[0]);
          expect(lower).not.toContain(polarity[1]);
        }
        expect(DENIAL.test(said)).toBe(isDenied);
        const known = new Set(wordsOf(text));
        expect(wordsOf(said).filter((word) => !known.has(word) && !ADDED.has(word))).toEqual([]);
        expect(said).toMatch(/^[A-Z"].*[.!?]"?$/);
      }),
      { numRuns: RUNS },
    );
    process.stdout.write(`statements: ${RUNS} written, ${quotes} of them left as quotations\n`);
    expect(quotes).toBeLessThan(RUNS / 20);
  });
});
