import { PageId } from '../../shared/ids.ts';
import type { PageRow } from '../../shared/page.ts';
import { pagesRead } from '../../renderer/features/reader/pages-read.ts';

const row = (id: string, isRead = false): PageRow => ({ id: PageId.parse(id), isRead }) as PageRow;
const view = (top: number, textHeight = 9) => ({
  top,
  height: 800,
  pages: [
    { row: row('a'), top: 0, height: 1000, textHeight: () => textHeight },
    { row: row('b'), top: 1020, height: 1000, textHeight: () => textHeight },
    { row: row('c', true), top: 300, height: 100, textHeight: () => textHeight },
  ],
});

describe('pages that count as read', () => {
  it('are those whose lower half was in view for a second', () => {
    const first = pagesRead(new Map(), view(300), 5000);
    expect(first.read).toEqual([]);
    expect([...first.since.keys()]).toEqual(['a']);
    expect(pagesRead(first.since, view(300), 5940).read).toEqual([]);
    expect(pagesRead(first.since, view(300), 6000).read).toEqual(['a']);
  });

  it('are none whose text is too small to be read, or that are not drawn yet', () => {
    const first = pagesRead(new Map(), view(300), 5000);
    expect(pagesRead(first.since, view(300, 6.9), 6000).read).toEqual([]);
    expect(pagesRead(first.since, view(300, 0), 6000).read).toEqual([]);
    expect(pagesRead(first.since, view(300, 7), 6000).read).toEqual(['a']);
  });

  it('begin anew when they were out of view', () => {
    const first = pagesRead(new Map(), view(300), 5000);
    const away = pagesRead(first.since, view(1100), 5500);
    expect(pagesRead(away.since, view(300), 6100).read).toEqual([]);
  });

  it('are not counted again', () => {
    expect([...pagesRead(new Map(), view(0), 0).since.keys()]).not.toContain('c');
  });
});
