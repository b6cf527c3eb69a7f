import { z } from 'zod';
import { PageId, RecordId } from './ids.ts';

/**
 * Where a page's text came from: `mixed` has words of its file's text layer and words recognised in its picture, `none`
 * is a page that still needs OCR or is blank.
 */
export const TextSource = z.enum(['layer', 'ocr', 'mixed', 'flow', 'eye', 'none']);
export type TextSource = z.infer<typeof TextSource>;
export const Turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type Turn = z.infer<typeof Turn>;

/** Formatting of the words between two offsets of the page's text. */
const Run = z.strictObject({ start: z.int(), end: z.int(), bold: z.boolean(), italic: z.boolean() });
const Leaf = z.strictObject({ start: z.int(), end: z.int(), runs: z.array(Run) });
export type FlowLeaf = z.infer<typeof Leaf>;

/** A block of a flow page. Every leaf is a range of the page's text, so that spans and blocks share one numbering. */
export const FlowBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.int().min(1).max(6), leaf: Leaf }),
  z.strictObject({ kind: z.literal('paragraph'), leaf: Leaf }),
  z.strictObject({ kind: z.literal('list-item'), depth: z.int().min(0), leaf: Leaf }),
  z.strictObject({ kind: z.literal('table'), rows: z.array(z.array(Leaf)) }),
]);
export type FlowBlock = z.infer<typeof FlowBlock>;

/** A picture page is shown as a picture with its words laid over it; a flow page is rendered from its blocks. */
export const PageKind = z.enum(['picture', 'flow']);
export type PageKind = z.infer<typeof PageKind>;

/** How the reviewer settled what a page says: its words confirmed as they were recognised, or typed by eye. */
const EyeState = z.enum(['confirmed', 'typed']);

/** One page as lists show it. `position` counts from 1 through the whole case, `number` within the record. */
export const PageRow = z.strictObject({
  id: PageId,
  record: RecordId,
  number: z.int(),
  position: z.int(),
  kind: PageKind,
  source: TextSource,
  confidence: z.number().nullable(),
  width: z.number(),
  height: z.number(),
  turned: Turn,
  blank: z.boolean(),
  needsOcr: z.boolean(),
  isRead: z.boolean(),
  /** Null while nobody settled what the page says, or where nobody has to. */
  eye: EyeState.nullable(),
  /** The line that a fax machine printed across the page; null where there is none. */
  faxHeader: z.string().nullable(),
  /**
   * SHA-256 of what the page held when it was imported: its words with their boxes, and its picture where one was
   * drawn.
   */
  hash: z.string(),
  messages: z.array(z.string()),
});
export type PageRow = z.infer<typeof PageRow>;

/**
 * A page with its text. `words` holds six numbers a word: start, end (UTF-16 offsets, end exclusive), left, top, right,
 * bottom (points, from the top left corner of the page as it is shown).
 */
export const PageContent = PageRow.extend({
  text: z.string(),
  words: z.array(z.number()),
  blocks: z.array(FlowBlock),
});
export type PageContent = z.infer<typeof PageContent>;

/** Pages recognised with less confidence than this, 0 to 100, are to be read by eye. */
export const READ_BY_EYE_BELOW = 75;

/** Why a page is to be read by eye. */
export const EyeReason = z.enum(['low-confidence', 'no-words', 'lost']);
export type EyeReason = z.infer<typeof EyeReason>;

/**
 * Why a page is to be read by eye, whether that was done or not; null for a page whose words are known or still to be
 * recognised.
 */
export const eyeReason = ({
  source,
  confidence,
  blank,
  needsOcr,
  messages,
}: Pick<PageRow, 'source' | 'confidence' | 'blank' | 'needsOcr' | 'messages'>): EyeReason | null => {
  if (blank || needsOcr) return null;
  // Typed over, a page keeps what was known of the words that were found.
  if (source === 'none' || (source === 'eye' && confidence === null)) return messages.length > 0 ? 'lost' : 'no-words';
  if (confidence === 0) return 'no-words';
  return confidence !== null && confidence < READ_BY_EYE_BELOW ? 'low-confidence' : null;
};
