import { z } from 'zod';

const text = z.string();
const count = z.number();
const bytes = z.number();
const files = z.array(z.strictObject({ name: text, size: bytes }));

/**
 * Every reason for what became of a file, by its code, with its values. A new one is a line here and a sentence in
 * `word-reason.ts`.
 */
const REASONS = {
  // Why a file or page was not read.
  'empty-file': {},
  'unknown-format': {},
  'unsupported-format': { what: text },
  damaged: {
    what: z.enum([
      'file',
      'PDF',
      'Word document',
      'OpenDocument file',
      'clinical document',
      'e-mail message',
      'Outlook message',
      'Excel workbook',
      'PowerPoint presentation',
      'picture',
      'archive',
      'attachment',
    ]),
  },
  'odd-picture': {},
  'odd-heic': {},
  'needs-password': {},
  'wrong-password': {},
  'unknown-protection': {},
  'nested-too-deep': {},
  'own-entities': {},
  'no-text': {},
  'no-pages': {},
  'too-many-pages': { most: count },
  'too-many-pixels': { width: count, height: count },
  'too-slow': {},
  'too-much-memory': {},
  'grows-too-large': {},
  'reader-failed': {},
  'page-unreadable': {},
  'page-not-recognised': {},
  'page-not-drawn': {},

  // What there is to say of a file that was read all the same.
  'partly-damaged': {},
  'damaged-pdf': {},
  'tracked-changes': { deletions: count },
  'several-photos': { photos: count },
  'pages-not-found': { read: count, promised: count.nullable() },
  'file-inside-not-shown': {},
  'pages-inside-not-shown': {},
  'text-elsewhere': {},
  'built-form': {},
  'picture-inside-not-shown': {},
  'hidden-sheets': {},
  'too-many-cells': {},
  'enclosed-not-read': { files },
  'timeline-unread': {},
  'no-template': {},
  'template-cleaned': {},

  // Archives and folders.
  'files-inside': { files: count },
  'no-files-inside': {},
  'contents-searched': {},
  'empty-folder': {},
  'system-file': {},
  'letter-decoration': {},
  'link-inside': {},
  'needs-password-inside': {},
  'odd-packing': { method: text },
  'damaged-inside': {},
  'unpacks-too-large': { size: bytes, most: bytes },
  'unpacks-too-dense': { size: bytes },
  'archive-too-dense': { size: bytes },
  'archive-too-large': { most: bytes },
  'too-many-files': { most: count },
  'archives-too-deep': { most: count },
  'archive-gone': {},

  // Before and around the reading.
  'same-file': {},
  'same-archive': {},
  'disk-full': {},
  'never-copied': {},
  'pages-missing': {},
  'import-stopped': {},
  'internal-error': {},
  link: {},
  'no-regular-file': {},
  'no-readable-file': {},
  'locked-folder': {},
  'odd-name': {},
  'file-too-large': { size: bytes, most: bytes },
  'no-such-file': { name: text },
  'cannot-be-opened': { name: text },
  'may-not-be-read': { name: text },
  'changed-while-read': {},
  /** Said by version 0.1.0, or by a refusal from elsewhere. */
  'in-words': { sentence: text },
} satisfies Readonly<Record<string, z.ZodRawShape>>;

type Reasons = typeof REASONS;
export type ReasonCode = keyof Reasons;
export type ReasonValues<Code extends ReasonCode> = z.infer<z.ZodObject<Reasons[Code]>>;

/** A reason of this code; without values where the code says all. */
export type ReasonAs<Code extends ReasonCode> = {
  [One in Code]: keyof Reasons[One] extends never
    ? { readonly code: One }
    : { readonly code: One; readonly values: ReasonValues<One> };
}[Code];

/** Why a file or page cannot be read. */
export type PlainReason = ReasonAs<ReasonCode>;

/** What a damaged file is called. */
export type DamagedThing = ReasonValues<'damaged'>['what'];

/** A file by its name and size in bytes. */
export type NamedFile = z.infer<typeof files>[number];

/** What became of a file and why, as data; some reasons are about files within it, and have that of their own. */
export type Reason =
  | PlainReason
  | { readonly code: 'part-not-shown'; readonly values: { readonly because: PlainReason } }
  | {
      readonly code: 'enclosed-not-entered';
      readonly values: { readonly because: PlainReason; readonly files: readonly NamedFile[] };
    };

const shapes = Object.entries<z.ZodRawShape>(REASONS).map(([code, values]) =>
  z.strictObject({
    code: z.literal(code),
    ...(Object.keys(values).length > 0 && { values: z.strictObject(values) }),
  }),
);
const [first, ...others] = shapes as [(typeof shapes)[number], ...typeof shapes];
const because = z.discriminatedUnion('code', [first, ...others]);
const partNotShown = z.strictObject({ code: z.literal('part-not-shown'), values: z.strictObject({ because }) });
const notEntered = z.strictObject({
  code: z.literal('enclosed-not-entered'),
  values: z.strictObject({ because, files }),
});
// The shapes are made of the same table as the types; a union of so many cannot be inferred from a list.
export const Reason = z.discriminatedUnion('code', [
  partNotShown,
  notEntered,
  first,
  ...others,
]) as unknown as z.ZodType<Reason>;

/** Whether the file would be read with the right password. */
export const wantsPassword = ({ code }: Reason): boolean =>
  code === 'needs-password' || code === 'wrong-password' || code === 'needs-password-inside';

/** Whether the file can be read once more as it is: it was not imported, or not read for the timeline. */
export const canBeReadAgain = (state: string, reasons: readonly Reason[]): boolean =>
  state === 'failed' || reasons.some(({ code }) => code === 'timeline-unread');
