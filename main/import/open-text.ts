import type { PlainReason, Reason } from '../../shared/reason.ts';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { FileKind } from '../../shared/record.ts';
import { cleanPath } from './clean-name.ts';
import type { AttachedFile, FlowText } from './flow/flow-document.ts';
import { openFlow } from './flow/flow-document.ts';
import type { Identified } from './identify.ts';
import { identify } from './identify.ts';
import { joinDocuments } from './join-documents.ts';
import type { Enclosed, OpenDocument } from './open-document.ts';
import { sizeOfBmp } from './pictures/read-bmp.ts';
import { Unreadable } from './unreadable.ts';
import type { ArchiveEntry, EntryVerdict } from './zip/archive-entry.ts';

/** Opens a file that another one encloses. */
export type OpenEnclosed = (identified: Identified, bytes: Uint8Array) => Promise<OpenDocument>;

/** A picture smaller than this, in pixels, is a letterhead, a signature or a button, and no page. */
const LEAST_SIDE = 300;
const LEAST_AREA = 300_000;
const MOST_ENCLOSED = 500;

const PICTURES: ReadonlySet<FileKind> = new Set(['tiff', 'jpeg', 'png', 'gif', 'bmp', 'heic']);

const sizeOf = async (
  kind: FileKind,
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number }> =>
  kind === 'bmp' ? sizeOfBmp(bytes) : sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();

const isPage = async (kind: FileKind, bytes: Uint8Array): Promise<boolean> => {
  if (!PICTURES.has(kind)) return true;
  try {
    const { width, height } = await sizeOf(kind, bytes);
    return Math.min(width, height) >= LEAST_SIDE && width * height >= LEAST_AREA;
  } catch {
    return true;
  }
};

const distinct = (files: readonly Uint8Array[]): Uint8Array[] => [
  ...new Map(files.map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes] as const)).values(),
];

const judgeEmpty = ({ length }: Uint8Array): EntryVerdict | null =>
  length === 0 ? { status: 'failed', reason: { code: 'empty-file' } } : null;

const partNotShown = (because: PlainReason): Reason => ({ code: 'part-not-shown', values: { because } });

/** Attached files as those of an archive. A small picture that belongs to the text is listed and not taken out. */
const enclosedFiles = async (attached: readonly AttachedFile[]): Promise<Enclosed> => ({
  entries: await Promise.all(
    attached.map(async ({ name, bytes, isPart = false }, index): Promise<ArchiveEntry> => {
      const { kind } = identify(bytes);
      const isDecoration = isPart && PICTURES.has(kind) && !(await isPage(kind, bytes));
      return {
        index,
        name: cleanPath(name),
        size: bytes.length,
        packed: bytes.length,
        isProtected: false,
        verdict: isDecoration ? { status: 'skipped', reason: { code: 'letter-decoration' } } : judgeEmpty(bytes),
      };
    }),
  ),
  bytes: (index) => {
    const file = attached[index];
    if (file === undefined) throw new Unreadable({ code: 'damaged', values: { what: 'attachment' } });
    return file.bytes;
  },
});

/**
 * A document of running text, with the files that it encloses, scans mostly, as pages behind it. What of them cannot be
 * opened is said. Throws {@link Unreadable} when there is neither text nor a page.
 */
export const openText = async (
  kind: FileKind,
  { pages, reasons, enclosed = [], attached = [] }: FlowText,
  open: OpenEnclosed,
): Promise<OpenDocument> => {
  const parts: OpenDocument[] = [];
  const unshown = new Map<string, Reason>();
  const leaveOut = (because: PlainReason): void => {
    unshown.set(JSON.stringify(because), partNotShown(because));
  };
  for (const bytes of distinct(enclosed).slice(0, MOST_ENCLOSED)) {
    const identified = identify(bytes);
    if (!(await isPage(identified.kind, bytes))) continue;
    try {
      parts.push(await open(identified, bytes));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      leaveOut(error.reason);
    }
  }
  if (enclosed.length > MOST_ENCLOSED) leaveOut({ code: 'too-many-pages', values: { most: MOST_ENCLOSED } });
  const hasText = pages.some((page) => page.text !== '');
  // A document that is all pictures has no page of text before them.
  if (!hasText && parts.length === 0) return openFlow(kind, pages, [...reasons, ...unshown.values()]);
  const text = hasText ? [openFlow(kind, pages)] : [];
  const whole = joinDocuments(kind, [...text, ...parts]);
  return {
    ...whole,
    reasons: [...reasons, ...unshown.values(), ...whole.reasons],
    ...(attached.length > 0 && { enclosed: await enclosedFiles(attached) }),
  };
};
