import type { EntryDraft } from '../../shared/entry.ts';
import { joinPacks, packDrafts, unpackDrafts } from '../../main/app/timeline/pack-drafts.ts';

const draft = (text: string): EntryDraft =>
  ({
    date: '2013-02-19',
    dateText: '02/19/2013',
    dateKind: 'service',
    kind: 'visit',
    text,
    provider: '',
    reason: 'a visit',
    sources: [],
  }) as unknown as EntryDraft;

describe('packed drafts', () => {
  it('come out as they went in, also from several packs at once and from none', () => {
    const [one, two] = [[draft('Low back pain, 5/10 \u2013 worse.'), draft('x')], [draft('y')]];
    expect(unpackDrafts(packDrafts(one))).toEqual(one);
    expect(unpackDrafts(joinPacks([packDrafts(one), packDrafts([]), packDrafts(two)]))).toEqual([...one, ...two]);
    expect(unpackDrafts(joinPacks([]))).toEqual([]);
  });

  it('are small', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      draft(`On visit ${at} he stated that the low back pain was the same.`),
    );
    expect(packDrafts(many).length).toBeLessThan(JSON.stringify(many).length / 5);
  });

  it('are also read where an earlier version kept them plain', () => {
    expect(unpackDrafts(JSON.stringify([draft('z')]))).toEqual([draft('z')]);
  });
});
