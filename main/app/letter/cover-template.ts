import { wordReason } from '../../../shared/word-reason.ts';
import { Unreadable } from '../../import/unreadable.ts';
import { Refusal } from '../../../shared/reply.ts';
import { COVER_FIELDS, type CoverTemplate } from '../../../shared/reviewed.ts';
import { templateFields } from '../../letters/fill-template.ts';
import type { App } from '../backend/app.ts';
import type { SmallFile } from '../backend/take-text.ts';

const SETTING = 'cover-template';

/** The organisation's cover page as it is kept in the vault; null where none was chosen. */
const readStored = (app: App): SmallFile | null => {
  const stored = app.session.vault().setting(SETTING);
  if (stored === null || stored === '') return null;
  const { name, bytes } = JSON.parse(stored) as { name: string; bytes: string };
  return { name, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) };
};

export const saveCoverTemplate = (app: App, file: SmallFile | null): void =>
  app.session
    .vault()
    .saveSetting(
      SETTING,
      file === null ? '' : JSON.stringify({ name: file.name, bytes: Buffer.from(file.bytes).toString('base64') }),
    );

/** A template that was unpacked and packed anew by a parser process, and what there is to say of that. */
type Cleaned = SmallFile & { readonly messages: readonly string[] };

/**
 * The file with nothing but what a cover page needs: only such a one is ever unpacked in this process. Refuses with
 * `unreadable` a file that is no Word file or far too large.
 */
export const cleanTemplate = async (app: App, { name, bytes }: SmallFile): Promise<Cleaned> => {
  try {
    const clean = await app.pool.template(bytes);
    return { name, bytes: clean.bytes, messages: clean.reasons.map(wordReason) };
  } catch (error) {
    if (error instanceof Unreadable) throw new Refusal('unreadable', wordReason(error.reason));
    throw error;
  }
};

/** The organisation's cover page, cleaned again: older versions kept it as it came. Null where none was chosen. */
export const readCoverTemplate = async (app: App): Promise<Cleaned | null> => {
  const stored = readStored(app);
  return stored === null ? null : cleanTemplate(app, stored);
};

/** What is shown of a cleaned template: its fields, and what to know of them. */
export const describeTemplate = ({ name, bytes, messages }: Cleaned): CoverTemplate => {
  const fields = templateFields(bytes);
  return {
    name,
    fields,
    messages: [
      ...messages,
      ...fields
        .filter((field) => !COVER_FIELDS.includes(field))
        .map(
          (field) => `No case fills the field "{${field}}" by itself; it is typed in the case, or stays as it stands.`,
        ),
    ],
  };
};
