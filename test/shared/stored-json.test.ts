import { z } from 'zod';
import { CaseFacts } from '../../shared/case.ts';
import { Settings } from '../../shared/settings.ts';
import { Snippet } from '../../shared/snippet.ts';
import { keepUnknown, keepUnknownRows, parseStored, readStored, readStoredRows } from '../../shared/stored-json.ts';
import { DEFAULT_SETTINGS } from '../../main/app/vault/settings-service.ts';

const CREDENTIAL = { id: '0', kind: 'license', name: 'Texas', expires: '' };

describe('stored JSON', () => {
  it.each<[string, object, Partial<Settings>]>([
    ['leaves out a field that it does not know', { fontSize: 12, theme: 'dark' }, { theme: 'dark' }],
    ['takes the default for a field of a wrong type', { lockAfterMinutes: 'ten', theme: 'dark' }, { theme: 'dark' }],
    [
      'takes the default for a value that it does not know',
      { theme: 'sepia', singleKeys: false },
      { singleKeys: false },
    ],
    [
      'leaves out an element that does not fit, and a field of one that it does not know',
      { credentials: [{ ...CREDENTIAL, number: 'X1' }, 'Texas', { kind: 'title' }, { kind: 'license', name: 7 }] },
      { credentials: [CREDENTIAL] as Settings['credentials'] },
    ],
    ['takes the default for a list that is none', { ownWords: 'kinesiotape' }, {}],
  ])('%s', (_, stored, expected) => {
    expect(readStored(Settings, { ...DEFAULT_SETTINGS, ...stored }, DEFAULT_SETTINGS)).toEqual({
      ...DEFAULT_SETTINGS,
      ...expected,
    });
  });

  it.each([[null], ['text'], [7], [[]], [undefined]])('is the fallback where nothing fits: %p', (stored) => {
    expect(readStored(Settings, stored, DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('is read to its depth', () => {
    const facts = CaseFacts.shape.header.parse({ caseNumber: 'CM16-0000001' });
    expect(
      readStored(
        CaseFacts.shape.header,
        { ...facts, dateOfInjury: 'in May', venue: 'X' },
        CaseFacts.shape.header.parse({}),
      ),
    ).toEqual(facts);
  });

  it('of a text that is no JSON is nothing', () => {
    expect(parseStored('{"theme":')).toBeUndefined();
    expect(parseStored(null)).toBeUndefined();
    expect(readStoredRows(Snippet, parseStored('[{"id"'))).toEqual([]);
  });

  it('keeps what it does not know when it is written again', () => {
    const schema = z.strictObject({ id: z.string(), text: z.string() });
    expect(keepUnknown(schema, { id: 'a', text: 'old', colour: 'red' }, { id: 'a', text: 'new' })).toEqual({
      id: 'a',
      text: 'new',
      colour: 'red',
    });
    const stored = [
      { id: 'a', text: 'old', colour: 'red' },
      { id: 'b', text: 7 },
      { id: 'c', text: 'gone' },
    ];
    expect(readStoredRows(schema, stored)).toEqual([
      { id: 'a', text: 'old' },
      { id: 'c', text: 'gone' },
    ]);
    expect(keepUnknownRows(schema, stored, [{ id: 'a', text: 'new' }], ({ id }) => id)).toEqual([
      { id: 'a', text: 'new', colour: 'red' },
      { id: 'b', text: 7 },
    ]);
  });
});
