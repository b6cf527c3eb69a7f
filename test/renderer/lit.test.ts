import { RecordId } from '../../shared/ids.ts';
import { cutByLit, litOn } from '../../renderer/features/reader/lit.ts';

const NOTHING = { entry: null, visit: null };
const span = (start: number, end: number) => ({ record: RecordId.parse('r1'), page: 1, start, end, quote: '' });

describe('what is lit on a page', () => {
  it('is drawn with the selection above the words jumped to, and both above citations', () => {
    const lit = litOn({
      citations: [{ span: span(0, 4), use: 'cited', label: 'Timeline', entry: null, visit: null }],
      pointed: NOTHING,
      matches: [6, 8],
      target: span(2, 5),
      selected: { anchor: 9, focus: 3 },
    });
    expect(lit.map(({ tone, start, end }) => [tone, start, end])).toEqual([
      ['cited', 0, 4],
      ['match', 6, 8],
      ['target', 2, 5],
      ['selected', 3, 9],
    ]);
  });

  it('shows the entry that is pointed at', () => {
    const [lit] = litOn({
      citations: [{ span: span(0, 4), use: 'proposed', label: '', entry: 'e1' as never, visit: 'v1' as never }],
      pointed: { entry: 'e1', visit: 'v1' },
      matches: [],
      target: null,
      selected: null,
    });
    expect(lit?.tone).toBe('pointed');
  });

  it('lights all facts of a visit that is pointed at, and one that is folded only then', () => {
    const folded = { span: span(0, 4), use: 'folded', label: '', entry: 'e1' as never, visit: 'v1' as never } as const;
    const tones = (visit: string | null) =>
      litOn({ citations: [folded], pointed: { entry: null, visit }, matches: [], target: null, selected: null });
    expect(tones('v1').map(({ tone }) => tone)).toEqual(['pointed']);
    expect([...tones(null), ...tones('v2')]).toEqual([]);
  });

  it('is tinted by what became of the words, and then shows of the timeline only what is pointed at', () => {
    const cited = (entry: string) =>
      ({ span: span(0, 4), use: 'cited', label: 'Timeline', entry: entry as never, visit: null }) as const;
    const lit = litOn({
      citations: [cited('e1'), cited('e2')],
      pointed: { entry: 'e2', visit: null },
      matches: [],
      target: null,
      selected: null,
      fates: [
        { start: 0, end: 4, fate: 'fact', rule: null },
        { start: 5, end: 8, fate: 'folded', rule: null },
        { start: 9, end: 12, fate: 'left-out', rule: 'page count' },
      ],
    });
    expect(lit.map(({ tone, label }) => `${tone}: ${label}`)).toEqual([
      'fate-left-out: Left out. Counts the pages.',
      'fate-folded: Read, and folded or set aside on the timeline.',
      'fate-fact: A fact on the timeline.',
      'pointed: Timeline',
    ]);
  });

  it('does not light a caret', () => {
    expect(
      litOn({ citations: [], pointed: NOTHING, matches: [], target: null, selected: { anchor: 3, focus: 3 } }),
    ).toEqual([]);
  });

  it('cuts a text into pieces that together are the text again', () => {
    const lit = [
      { start: 2, end: 6, tone: 'cited' as const, label: '' },
      { start: 4, end: 20, tone: 'match' as const, label: '' },
    ];
    expect(cutByLit(0, 10, lit, [5])).toEqual([
      { start: 0, end: 2, tones: [] },
      { start: 2, end: 4, tones: ['cited'] },
      { start: 4, end: 5, tones: ['cited', 'match'] },
      { start: 5, end: 6, tones: ['cited', 'match'] },
      { start: 6, end: 10, tones: ['match'] },
    ]);
  });
});
