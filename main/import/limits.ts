/** The largest file that is read at all, in bytes; a caller refuses a larger one before it loads it. */
export const LARGEST_FILE = 1_500_000_000;

/** The most pages that one file may hold. */
export const MOST_PAGES = 20_000;

/** The most files that an archive may hold, those of archives in it included. */
export const MOST_FILES = 20_000;

/** The most bytes that an archive may unpack to, those of archives in it included. */
export const MOST_UNPACKED = 8_000_000_000;

/** The most archives that a file may lie in, one in another. */
export const MOST_NESTED = 5;

/** Pixels of the largest picture that is decoded: a sheet of A0 at 300 dots an inch. */
export const MOST_PIXELS = 150_000_000;

/**
 * The same for a HEIC photo: decoding it takes about eleven bytes a pixel. The largest of common telephones have 50
 * million.
 */
export const MOST_HEIC_PIXELS = 65_000_000;

/** How much one request to a parser process may take before that process is ended. */
export type ParserLimits = {
  /** Milliseconds to open a file; for a file without fixed pages that is its whole reading. */
  readonly open: number;
  /** Milliseconds for one batch of pages. A batch is short; only a single slow page comes near. */
  readonly pages: number;
  /** Milliseconds to unpack one piece of a file in an archive. */
  readonly unpack: number;
  /** Milliseconds to draw one page. */
  readonly picture: number;
  /** Milliseconds to recognise one page. */
  readonly recognise: number;
  /** Bytes that the process may grow by from when it has started, beside three times the bytes of the file in hand. */
  readonly resident: number;
  /** Processes that one file may cost before it is given up. */
  readonly losses: number;
};

/** Together they end any file that never answers within half a minute. */
export const USUAL_LIMITS: ParserLimits = {
  open: 25_000,
  pages: 9_000,
  unpack: 15_000,
  picture: 15_000,
  recognise: 120_000,
  resident: 850_000_000,
  losses: 3,
};
