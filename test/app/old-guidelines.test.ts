import { readGuidelines, saveGuidelines } from '../../main/app/letter/read-guidelines.ts';
import type { App } from '../../main/app/backend/app.ts';
import { GUIDELINES } from '../letters/support/letter-assets.ts';

/** What reads and keeps the table needs of the application, over a setting that stands in memory. */
const appWith = (kept: string | null) => {
  const stored = { text: kept };
  const app = {
    session: {
      isUnlocked: () => true,
      vault: () => ({
        setting: () => stored.text,
        saveSetting: (_name: string, text: string) => {
          stored.text = text;
        },
      }),
    },
    assets: { guidelines: GUIDELINES },
  } as unknown as App;
  return { app, stored };
};

const old = (id: string, sections: readonly string[], confirmed = false) => ({
  id,
  chapter: 'Some Chapter',
  chapter2014: 'Some Chapter',
  year: 2015,
  regulation: '9792.23.5',
  effectiveFrom: '2015-01-01',
  effectiveTo: null,
  sections,
  sectionOptional: false,
  confirmed,
});

describe('a guideline table that version 0.1.0 kept whole', () => {
  it('gives its own editions and sections, and leaves dates and names to the shipped one', () => {
    const shipped = GUIDELINES.rows.find(({ id }) => id === 'low-back-complaints-2004')!;
    const { app } = appWith(
      JSON.stringify([
        old('low-back-complaints-2004', ['A section of my own']),
        old('workplace-mental-health-2017', []),
        old('mine', ['One'], true),
        { no: 'row' },
      ]),
    );
    const { completeTo, rows } = readGuidelines(app);
    expect(completeTo).toBe(GUIDELINES.completeTo);
    expect(rows.slice(0, -1)).toEqual(
      GUIDELINES.rows.map((row) => (row === shipped ? { ...row, sections: ['A section of my own'] } : row)),
    );
    expect(rows.at(-1)).toMatchObject({ id: 'mine', year: 2015, certainty: 'confirmed', status: 'adopted' });
  });
});

describe('a table that the vault keeps', () => {
  it('is only what differs from the shipped one, and what is not known of its rows', () => {
    const { app, stored } = appWith(null);
    const [first, , ...others] = GUIDELINES.rows;
    saveGuidelines(app, { completeTo: '2024-01-31', rows: [{ ...first!, note: 'seen' }, ...others] });
    const kept = JSON.parse(stored.text!) as { rows: object[] };
    expect(kept).toEqual({
      completeTo: '2024-01-31',
      rows: [{ ...first, note: 'seen' }],
      removed: [GUIDELINES.rows[1]!.id],
    });
    stored.text = JSON.stringify({ ...kept, rows: [{ ...kept.rows[0], colour: 'red' }] });
    const table = readGuidelines(app);
    expect(table.rows[0]).toEqual({ ...first, note: 'seen' });
    saveGuidelines(app, table);
    expect(JSON.parse(stored.text)).toMatchObject({ rows: [{ note: 'seen', colour: 'red' }] });
  });
});
