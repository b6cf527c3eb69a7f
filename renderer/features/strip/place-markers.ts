/** A date of the case on the strip; `at` is a share of its width. */
export type Mark = { readonly at: number; readonly label: string; readonly tone: 'injury' | 'plain' };
/** A mark with the place of its label: on which side of its line, and in which row above the lanes. */
export type Marker = Mark & { readonly side: 'after' | 'before'; readonly row: number };

/** The width of a label in pixels, rather too much than too little: its letters, and the room on both sides. */
const widthOf = (label: string): number => label.length * 6.2 + 8;
/** A label may stick out into the margin of the strip this far, in pixels. */
const MARGIN = 20;

type Extent = { readonly from: number; readonly to: number };

const extentOf = ({ at, label, side }: Pick<Marker, 'at' | 'label' | 'side'>, width: number): Extent => {
  const line = at * width;
  return side === 'after' ? { from: line, to: line + widthOf(label) } : { from: line - widthOf(label), to: line };
};
const meet = (a: Extent, b: Extent): boolean => a.from < b.to && b.from < a.to;

/** Whether two labels keep clear of each other; of marks in different rows one may stand across the other's line. */
const areApart = (a: Marker, b: Marker, width: number): boolean => {
  if (a.row !== b.row) return true;
  const line = b.at * width;
  const { from, to } = extentOf(a, width);
  const isCrossed = a.at !== b.at && line > from && line < to;
  return !isCrossed && !meet(extentOf(a, width), extentOf(b, width));
};
const isInside = (marker: Marker, width: number): boolean => {
  const { from, to } = extentOf(marker, width);
  return from >= -MARGIN && to <= width + MARGIN;
};
const isSound = (way: readonly Marker[], width: number): boolean =>
  way.every(
    (marker) => isInside(marker, width) && way.every((other) => other === marker || areApart(marker, other, width)),
  );

/** Every way to place the labels in so many rows; those in the first row and behind their lines come first. */
const waysIn = (rows: number, marks: readonly Mark[]): Marker[][] => {
  const spots = Array.from({ length: rows }, (_, row) =>
    (['after', 'before'] as const).map((side) => ({ side, row })),
  ).flat();
  return marks.reduce<Marker[][]>(
    (ways, mark) => ways.flatMap((way) => spots.map((spot) => [...way, { ...mark, ...spot }])),
    [[]],
  );
};

/**
 * Places the labels of a few marks so that none covers another, in as few rows as can be, `width` being the strip's in
 * pixels. They come back in the order of their places.
 */
export const placeMarkers = (marks: readonly Mark[], width: number): Marker[] => {
  const inOrder = marks.toSorted((a, b) => a.at - b.at);
  const ways = inOrder.flatMap((_, index) => waysIn(index + 1, inOrder));
  return ways.find((way) => isSound(way, width)) ?? inOrder.map((mark, row) => ({ ...mark, side: 'after', row }));
};
