import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryDraft } from '../../shared/entry.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';
import { propose, recordOf } from './read-fixture.ts';

const FOLDER = join('faults', 'reading');

type Row = Pick<EntryDraft, 'date' | 'kind' | 'text' | 'provider'>;
type Check = (rows: readonly Row[]) => boolean;

/** Some row of the date says it; of the kind, where one is given. */
const says =
  (date: string, words: RegExp, kind?: string): Check =>
  (rows) =>
    rows.some((row) => row.date === date && words.test(row.text) && (kind === undefined || row.kind === kind));
const saysOnce =
  (date: string, words: RegExp): Check =>
  (rows) =>
    rows.filter((row) => row.date === date && words.test(row.text)).length === 1;
const never =
  (words: RegExp, where: (row: Row) => boolean = () => true): Check =>
  (rows) =>
    !rows.some((row) => words.test(row.text) && where(row));

const NOTE = '2016-12-02';

/** What the table of the faults calls right, as it shows in the rows of a timeline. */
const RIGHT: Readonly<Record<string, readonly Check[]>> = {
  'noise-template-visits': [
    ...[/5\/10/, /\b110\b/, /4\/5/, /10 pounds/].map((words) => saysOnce('2014-03-11', words)),
    ...[/8\/10/, /\b70\b/, /3\/5/, /25 pounds/].map((words) => saysOnce('2014-04-12', words)),
    says('2014-03-11', /impingement/, 'diagnosis'),
    says('2014-04-12', /impingement/, 'diagnosis'),
  ],
  'note-runs-onto-next-page': [
    says('2014-03-11', /naproxen 550 mg/i, 'medication'),
    says('2014-03-11', /physical therapy two times a week for four weeks/i, 'request'),
    says('2014-03-11', /modified work.*ten pounds/i, 'work-status'),
    never(/naproxen|four weeks|modified work/i, ({ date }) => date !== '2014-03-11'),
  ],
  'two-tables-two-heads': [
    says(NOTE, /small finger PIP.*10-70 on the left and 0-100 on the right/i),
    says(NOTE, /grip.*18(?: kg)? on the left and 42(?: kg)? on the right/i),
    says(NOTE, /flexion.*120 on the right and 130 on the left/i),
  ],
  'rfa-wrapped-cells': [
    says('2016-11-30', /right knee arthroscopy/i, 'request'),
    says('2016-11-30', /crutches/i, 'request'),
    never(/meniscus|29881|E0114|S83|1 pair/),
  ],
  'medication-table-head': [
    never(/dosage|start date|status/i),
    never(/codeine|sulfa/i, ({ kind, text }) => kind === 'medication' || !/allerg/i.test(text)),
    says('2016-12-02', /naproxen/i, 'medication'),
  ],
  'plain-note-no-headings': [
    says('2016-03-11', /right knee.*worse.*2 weeks/i),
    says('2016-03-11', /moderate (?:DJD|degenerative)/i, 'imaging'),
    says('2016-03-11', /meloxicam 15 ?mg daily.*30 d/i, 'medication'),
    says('2016-03-11', /gabapentin 300.*(?:TID|three times a day)/i, 'medication'),
    says('2016-03-11', /(?:PT|physical therapy) eval/i),
  ],
  'seen-on-wrapped': [
    says('2014-04-28', /cane/i),
    says('2014-04-28', /referred to orthopedics/i, 'request'),
    never(/cane|orthopedics/, ({ date }) => date !== '2014-04-28'),
  ],
  'letter-date-as-finding': [
    never(/April 17|Bayside/),
    says('2014-04-17', /6\/10/),
    says('2014-04-17', /naproxen 550 mg/i, 'medication'),
    says('2014-03-19', /disc protrusion/, 'imaging'),
  ],
  'relative-weeks-months': [
    says('2016-09', /epidural injection/i, 'procedure'),
    says('2016-11', /12 visits of chiropractic/i, 'therapy'),
    says('2016-11-18', /pain returned/i),
  ],
  'grammar-statements': [
    says(NOTE, /^Gait was very slow\.$/),
    says(NOTE, /^Seated straight leg raise was negative\.$/),
    says(NOTE, /^She (?:had|reported) difficulty sleeping\.$/),
    says(NOTE, /^She was (?:currently )?(?:taking|on) Flexeril 5 mg\.$/, 'medication'),
    says(NOTE, /^She was not working\.$/, 'work-status'),
    says(NOTE, /5 cc (?:of )?lidocaine/, 'procedure'),
    says(NOTE, /disc replacement/),
    says(NOTE, /stiffness.*limited/),
    never(/\ba difficulty|very was|was straight|stiffness was limited|restrictions were not|alsoed|was prescribed/),
  ],
  'plan-appeal': [
    says(NOTE, /^Physical therapy was continued\.$/, 'therapy'),
    says(NOTE, /appeal/i),
    never(/./, ({ kind }) => kind === 'imaging'),
    (rows) => rows.length === 2,
  ],
  'findings-lost': [
    says(NOTE, /strength.*5\/5|5\/5.*strength/i),
    says(NOTE, /McMurray.*positive|positive.*McMurray/i),
    says(NOTE, /motor.*5-\/5/i),
    says(NOTE, /grip.*22 kg on the left.*42 kg on the right|grip L 22 kg, R 42 kg/i),
  ],
  'side-lost-after-label': [
    says(NOTE, /right knee.*range of motion|range of motion.*right knee/i),
    says(NOTE, /right knee.*medial and lateral joint line|medial and lateral joint line.*right knee/i),
    says(NOTE, /right knee.*patellofemoral grind|patellofemoral grind.*right knee/i),
    (rows) => rows.every(({ text }) => /right knee/i.test(text)),
  ],
  'medications-none': [says(NOTE, /^She was not taking any medication\.$/, 'medication')],
  'ur-modified-amount': [says('2016-12-20', /12.*therapy sessions.*to 6 sessions/i, 'utilization-review')],
  'past-event-of-own-date-as-procedure': [
    says(NOTE, /doing well.*ORIF/i, 'visit'),
    never(/./, ({ date, kind }) => date === NOTE && kind === 'procedure'),
  ],
  'record-mentioned-absent': [
    (rows) => rows.filter(({ text }) => /not in the file/.test(text)).length === 2,
    says('2016-01-20', /QME report.*not in the file/),
    says('2016-02-10', /EMG.*not in the file/),
  ],
  'capital-title-not-split': [
    says('2014-04-12', /arthroscopic rotator cuff repair/, 'procedure'),
    (rows) => rows.some(({ date, provider }) => date === '2014-04-12' && provider === 'Irene Castell, MD'),
    says('2014-03-11', /5\/10/),
  ],
};

const lineOf = ({ date, kind, text }: Row): string => `${date ?? 'undated'} ${kind}: ${text}`;

const rowsOf = (name: string): Row[] => propose(recordOf(readFileSync(join(SHARED, FOLDER, `${name}.txt`), 'utf8')));

const handed = (): string[] =>
  readFileSync(join(SHARED, FOLDER, 'faults.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => (/^[\w-]+(?=\.txt,)/.exec(line) ?? []) as string[]);

describeWith([wantShared(join(FOLDER, 'faults.csv'))], 'the handed faults of reading', () => {
  const names = wantShared(FOLDER).present ? handed() : [];

  it('are each looked at: here, or among the dates', () => {
    const ofDates = names.filter((name) => name.startsWith('date-'));
    process.stdout.write(
      `handed faults, ${names.length}: ${ofDates.length} of dates, and\n${names
        .filter((name) => RIGHT[name] !== undefined)
        .map((name) => `  ${RIGHT[name]!.every((check) => check(rowsOf(name))) ? 'pass' : 'FAIL'} ${name}`)
        .join('\n')}\n`,
    );
    expect(names.filter((name) => RIGHT[name] === undefined && !name.startsWith('date-'))).toEqual([]);
  });

  it.each(names.filter((name) => !name.startsWith('date-')))('%s is read right', (name) => {
    const rows = rowsOf(name);
    const wrong = RIGHT[name]!.flatMap((check, at) => (check(rows) ? [] : [at]));
    expect({ wrong, ...(wrong.length > 0 && { rows: rows.map(lineOf) }) }).toEqual({ wrong: [] });
  });
});
