import type { Reason } from '../../shared/reason.ts';
import type { FlowBlock, PageKind, TextSource, Turn } from '../../shared/page.ts';
import type { FileKind } from '../../shared/record.ts';
import type { FileBytes } from './file-bytes.ts';
import type { ArchiveEntry } from './zip/archive-entry.ts';
import type { Piece } from './zip/unpack-entry.ts';

/**
 * Why a page with a text layer is recognised all the same: the whole layer may be wrong, or the picture holds more than
 * it does.
 */
export type LayerDoubt = 'whole' | 'part';

/** One page as a reader gives it, before it has an identity. Numbers as in `shared/page.ts`. */
export type ReadPage = {
  /** 1-based within the file. */
  readonly number: number;
  readonly kind: PageKind;
  readonly source: TextSource;
  readonly width: number;
  readonly height: number;
  /** How far the stored picture had to be turned clockwise to stand upright. */
  readonly turned: Turn;
  readonly text: string;
  /** Six numbers a word, see `PageContent.words`; empty for a flow page. */
  readonly words: Float32Array;
  readonly blocks: readonly FlowBlock[];
  readonly confidence: number | null;
  readonly blank: boolean;
  readonly needsOcr: boolean;
  /** Only where a layer is doubted, and with it from where on its text is notes, which are no part of the picture. */
  readonly doubt?: LayerDoubt;
  readonly notesAt?: number;
  /** Files attached to the page itself. */
  readonly enclosed?: readonly ArchiveEntry[];
  readonly messages: readonly string[];
  /** SHA-256 in hex of what the page holds, see `hashPage`; not of how it was found. */
  readonly hash: string;
  /** A fingerprint of the page's picture, see `takeLook`; empty where none was drawn or decoded to read it. */
  readonly look: Uint8Array;
};

/** How a whole file was read. `failed`: none of it is usable, `reasons` say why. */
export type ReadOutcome = {
  readonly status: 'read' | 'failed';
  readonly kind: FileKind;
  /** Pages that the file says it has. */
  readonly pages: number;
  readonly reasons: readonly Reason[];
  /** Of an archive: it has no pages of its own, and the files in it are to be read one by one. */
  readonly entries?: readonly ArchiveEntry[];
  /** Of a document: files that it encloses, to be read one by one as well. */
  readonly enclosed?: readonly ArchiveEntry[];
};

export type ReadRequest = {
  readonly name: string;
  readonly bytes: FileBytes;
  readonly password?: string;
  /** A determination and no record: of a Word file it is the body that counts, without running heads and page numbers. */
  readonly isLetter?: boolean;
  /** Receives pages in order, in batches; reading waits until the promise settles. */
  readonly onPages: (pages: readonly ReadPage[], promised: number) => void | Promise<void>;
  readonly signal?: AbortSignal;
};

export type PictureOfPage = {
  /** Names the bytes, so that an open document is used again: their sha256. */
  readonly key: string;
  readonly load: () => FileBytes;
  /** Only for a file that was read with one. */
  readonly password?: string;
  readonly page: number;
  /** Pixels, of the page as it stands upright. */
  readonly width: number;
  /** How far the page must be turned clockwise: `ReadPage.turned`. */
  readonly turned?: Turn;
};

/**
 * Bytes of a file in an archive, from `at` on, at most `most`. The archive is named and loaded like the file of a
 * {@link PictureOfPage}.
 */
export type PieceOfArchive = {
  readonly key: string;
  readonly load: () => FileBytes;
  /** {@link ArchiveEntry.index}. */
  readonly entry: number;
  readonly at: number;
  readonly most: number;
  readonly password: string;
  readonly signal: AbortSignal;
};

/** A page whose words are to be recognised; names and loads its file like {@link PictureOfPage}. */
export type PageToRecognise = Pick<PictureOfPage, 'key' | 'load' | 'password' | 'page'> & {
  readonly signal?: AbortSignal;
};

/** A template as it may be filled, and what was left out of it. */
export type CleanTemplate = { readonly bytes: Uint8Array; readonly reasons: readonly Reason[] };

/** The isolated readers: every byte of an imported file is parsed in a child process behind this. */
export type ReaderPool = {
  /**
   * Reads a file into pages; never rejects but for a cancelled signal (`AbortError`) or an error of `onPages` itself.
   */
  readonly read: (request: ReadRequest) => Promise<ReadOutcome>;
  /**
   * Bytes of a file in an archive; rejects with `Unreadable` when it cannot be taken out, with `AbortError` when
   * cancelled.
   */
  readonly unpack: (request: PieceOfArchive) => Promise<Piece>;
  /**
   * A Word file that is to be filled, with nothing in it but what a cover page needs, packed anew; rejects with
   * `Unreadable` for what is no Word file or too large.
   */
  readonly template: (bytes: Uint8Array) => Promise<CleanTemplate>;
  /** Lets go of the bytes that a key names. */
  readonly forget: (key: string) => void;
  /** A page as a PNG of the given width; rejects with `Unreadable` when it cannot be drawn. */
  readonly picture: (request: PictureOfPage) => Promise<Uint8Array>;
  /**
   * Recognises the words of a page in its picture and gives the page anew: upright, with `source` 'ocr' (or 'layer'
   * where the page's own text proved right, 'none' where it proved blank). Rejects with `Unreadable` when that fails,
   * with `AbortError` when cancelled. Calls are served in the order in which they come, {@link recognisers} at a time.
   */
  readonly recognise: (request: PageToRecognise) => Promise<ReadPage>;
  /** How many pages are recognised at a time: give it no more, and the next one can still be chosen. */
  readonly recognisers: number;
  readonly close: () => Promise<void>;
};

/** A child process that parses, as a host can start one. */
export type ParserProcess = {
  readonly pid: number | undefined;
  /** `moved`: memory that belongs to this message alone and need not be copied where the host can hand it over. */
  readonly post: (message: unknown, moved?: readonly ArrayBuffer[]) => void;
  /** Settles when what was posted has left this process, where the host can tell. */
  readonly isSent?: () => Promise<unknown>;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
};
export type StartParser = () => ParserProcess;
