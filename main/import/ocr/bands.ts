import type { GrayPicture } from './gray-picture.ts';
import { cutRows } from './gray-picture.ts';

const BAND_INCHES = 1;
const STEP = 60;

/** How often each row changes between ink and paper: much in text, little in gaps, rules and pictures. */
const changesByRow = ({ data, width, height }: GrayPicture): Float64Array =>
  Float64Array.from({ length: height }, (_, y) => {
    let count = 0;
    for (let at = y * width + 4; at < (y + 1) * width; at += 4) {
      const step = (data[at] ?? 0) - (data[at - 4] ?? 0);
      if (step > STEP || step < -STEP) count += 1;
    }
    return Math.min(count, width / 16);
  });

/** The quietest row near `row`, so that a cut there goes between lines and not through one. */
const nearestGap = (changes: Float64Array, row: number, reach: number): number => {
  const from = Math.max(0, row - reach);
  const near = changes.subarray(from, row + reach);
  return near.length === 0 ? row : from + near.indexOf(Math.min(...near));
};

const cutBetweenLines = (
  picture: GrayPicture,
  changes: Float64Array,
  top: number,
  bottom: number,
  dpi: number,
): GrayPicture => {
  const reach = Math.round(dpi * 0.12);
  return cutRows(picture, nearestGap(changes, top, reach), nearestGap(changes, bottom, reach) + 1);
};

/** A band of the page that is rich in text, an inch or so high, cut between lines. */
export const richBand = (picture: GrayPicture, dpi: number): GrayPicture => {
  const changes = changesByRow(picture);
  const band = Math.min(picture.height, Math.round(dpi * BAND_INCHES));
  const sumOf = (top: number): number => changes.subarray(top, top + band).reduce((sum, count) => sum + count, 0);
  const tops = Array.from({ length: Math.floor((picture.height - band) / 16) + 1 }, (_, index) => index * 16);
  const sums = tops.map(sumOf);
  const top = tops[sums.indexOf(Math.max(...sums))] ?? 0;
  return cutBetweenLines(picture, changes, top, top + band, dpi);
};

/** Changes in a row that is part of a line of text. */
const A_LINE = 8;

/** The first lines of the page, an inch or so of them. */
export const firstBand = (picture: GrayPicture, dpi: number): GrayPicture => {
  const changes = changesByRow(picture);
  const first = Math.max(
    0,
    changes.findIndex((count) => count >= A_LINE),
  );
  return cutBetweenLines(
    picture,
    changes,
    Math.max(0, first - Math.round(dpi * 0.12)),
    Math.min(picture.height, first + Math.round(dpi * BAND_INCHES)),
    dpi,
  );
};
