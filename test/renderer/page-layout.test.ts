import {
  clampZoom,
  isLowerHalfInView,
  sizeOnScreen,
  stepZoom,
  unturn,
  zoomToFit,
} from '../../renderer/data/page-layout.ts';

const LETTER = { width: 612, height: 792 };

describe('the layout of pages', () => {
  it('shows a page as large as on paper at 100 %, and on its side when turned', () => {
    expect(sizeOnScreen(LETTER, 1, 0)).toEqual({ width: 816, height: 1056 });
    expect(sizeOnScreen(LETTER, 0.5, 90)).toEqual({ width: 528, height: 408 });
  });

  it('fits the widest page across the room', () => {
    const room = { width: 1056 + 56, height: 528 + 28 };
    expect(zoomToFit([LETTER, { width: 792, height: 612 }], room, 0, 'width')).toBeCloseTo(1);
    expect(zoomToFit([LETTER, { width: 792, height: 612 }], room, 0, 'page')).toBeCloseTo(0.5);
  });

  it('keeps zoom within its bounds and the scroll within what a browser can lay out', () => {
    expect([clampZoom(0.01), clampZoom(9)]).toEqual([0.25, 4]);
    expect(
      clampZoom(
        4,
        Array.from({ length: 10_000 }, () => LETTER),
      ),
    ).toBeCloseTo(3.03, 1);
  });

  it('steps through round zooms', () => {
    expect([stepZoom(0.93, 1), stepZoom(1, -1), stepZoom(4, 1)]).toEqual([1, 0.9, 4]);
  });

  it.each([
    [0, [10, 20]],
    [90, [20, 518]],
    [180, [518, 388]],
    [270, [388, 10]],
  ] as const)('finds the place on the unturned page under a pointer when it is turned by %i', (turn, place) => {
    const shown =
      turn === 90
        ? { width: 528, height: 408 }
        : turn === 270
          ? { width: 528, height: 408 }
          : { width: 528, height: 408 };
    expect(unturn(10, 20, shown, turn)).toEqual(place);
  });

  it.each([
    ['all of it is in view', 0, 1000, 0, 1100, true],
    ['only the upper half is', 0, 1000, 0, 500, false],
    ['the lower half is mostly scrolled away', 0, 1000, 800, 500, false],
    ['a page larger than the view fills it with its lower half', 0, 4000, 2500, 800, true],
    ['a page larger than the view shows its upper half', 0, 4000, 500, 800, false],
  ])('knows whether the lower half of a page is in view when %s', (_, top, height, viewTop, viewHeight, expected) => {
    expect(isLowerHalfInView(top, height, viewTop, viewHeight)).toBe(expected);
  });
});
