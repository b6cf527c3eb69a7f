/** A run of so many pixels in a row, looked for in every so many rows. */
const RUN = 64;

/**
 * Whether parts of a decoded HEVC photo were never filled in. Its decoder passes over broken blocks without a word;
 * they are zero in luma and chroma, which is a green that no camera sees: no red, no blue.
 */
export const hasHoles = ({
  data,
  width,
  height,
  channels,
}: {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}): boolean => {
  for (let y = 0; y < height; y += RUN / 4) {
    let run = 0;
    let last = 0;
    for (let at = y * width * channels, end = at + width * channels; at < end; at += channels) {
      const green = data[at + 1] ?? 0;
      const isEmpty = data[at] === 0 && data[at + 2] === 0 && green > 0;
      run = isEmpty && (run === 0 || green === last) ? run + 1 : 0;
      last = green;
      if (run === RUN) return true;
    }
  }
  return false;
};
