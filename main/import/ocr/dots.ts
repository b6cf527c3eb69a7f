import type { GrayPicture } from './gray-picture.ts';

/** A picture of ones and zeros, a byte each. */
export type Dots = { readonly dots: Uint8Array; readonly width: number; readonly height: number };

/** The mean of every square of `step` by `step` pixels; what is left over at the right and the foot is left out. */
export const reducePicture = ({ data, width, height }: GrayPicture, step: number): GrayPicture => {
  const [across, down] = [Math.floor(width / step), Math.floor(height / step)];
  const small = new Uint8Array(across * down);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      let sum = 0;
      for (let row = 0; row < step; row += 1) {
        const at = (y * step + row) * width + x * step;
        for (let column = 0; column < step; column += 1) sum += data[at + column] ?? 0;
      }
      small[y * across + x] = sum / (step * step);
    }
  }
  return { data: small, width: across, height: down };
};

/** Ones where the picture is darker than this. */
export const darkDots = ({ data, width, height }: GrayPicture, limit: number): Dots => {
  const dots = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) if ((data[at] ?? limit) < limit) dots[at] = 1;
  return { dots, width, height };
};

/** How many of them are ones. */
export const countDots = ({ dots }: Dots): number => {
  let count = 0;
  for (let at = 0; at < dots.length; at += 1) count += dots[at] ?? 0;
  return count;
};

/** Turns over every run of `value` that meets the condition, along the rows or down the columns. */
const turnRuns = (
  { dots, width, height }: Dots,
  isDown: boolean,
  value: 0 | 1,
  isMeant: (from: number, to: number, length: number) => boolean,
): Dots => {
  const out = Uint8Array.from(dots);
  const [lines, length] = isDown ? [width, height] : [height, width];
  const [line, place] = isDown ? [1, width] : [width, 1];
  for (let start = 0; start < lines * line; start += line) {
    let from = 0;
    for (let at = 0; at <= length; at += 1) {
      if (at < length && dots[start + at * place] === value) continue;
      if (at > from && isMeant(from, at, length))
        for (let back = from; back < at; back += 1) out[start + back * place] = 1 - value;
      from = at + 1;
    }
  }
  return { dots: out, width, height };
};

/** Those dots that lie in runs of at least so many, along as well as down. */
export const broadDots = (all: Dots, least: number): Dots => {
  const isThin = (from: number, to: number): boolean => to - from < least;
  return turnRuns(turnRuns(all, false, 1, isThin), true, 1, isThin);
};

/** With the gaps down the picture filled that lie between dots and are no longer than `most`. */
export const fillDown = (all: Dots, most: number): Dots =>
  turnRuns(all, true, 0, (from, to, length) => from > 0 && to < length && to - from <= most);

/** With the dots around each one, as far as `by` along and down. */
export const growDots = ({ dots, width, height }: Dots, by: number): Dots => {
  const out = new Uint8Array(dots.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] !== 1) continue;
      const [from, to] = [Math.max(0, x - by), Math.min(width, x + by + 1)];
      for (let row = Math.max(0, y - by); row <= Math.min(height - 1, y + by); row += 1)
        out.fill(1, row * width + from, row * width + to);
    }
  }
  return { dots: out, width, height };
};

/** Dots that touch each other, by their place, and the box around them, its right and its foot exclusive. */
export type Part = {
  readonly places: readonly number[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The dots that touch the one at `start`, side by side or one below the other; they are taken out of `left`. */
const takePart = (left: Uint8Array, start: number, width: number): Part => {
  const places = [start];
  left[start] = 0;
  const box = { left: width, top: left.length, right: 0, bottom: 0 };
  for (let next = 0; next < places.length; next += 1) {
    const at = places[next] ?? 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
    for (const beside of [at - width, at + width, x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1]) {
      if (left[beside] !== 1) continue;
      left[beside] = 0;
      places.push(beside);
    }
  }
  return { places, ...box };
};

/** The parts that hang together. */
export const partsOf = ({ dots, width }: Dots): Part[] => {
  const left = Uint8Array.from(dots);
  const parts: Part[] = [];
  for (let start = left.indexOf(1); start !== -1; start = left.indexOf(1, start + 1))
    parts.push(takePart(left, start, width));
  return parts;
};
