import { Refusal } from '../../../shared/reply.ts';
import { COVER_FIELDS, type CoverTemplate } from '../../../shared/reviewed.ts';
import { templateFields } from '../../letters/fill-template.ts';
import type { App } from '../backend/app.ts';
import type { SmallFile } from '../backend/take-text.ts';

const SETTING = 'cover-template';

/** The organisation's cover page as it is kept in the vault; null where none was chosen. */
export const readCoverTemplate = (app: App): SmallFile | null => {
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

/** Refuses with `unreadable` a file that is no Word file. */
export const describeTemplate = ({ name, bytes }: SmallFile): CoverTemplate => {
  try {
    const fields = templateFields(bytes);
    return {
      name,
      fields,
      messages: fields
        .filter((field) => !COVER_FIELDS.includes(field))
        .map(
          (field) => `No case fills the field "{${field}}" by itself; it is typed in the case, or stays as it stands.`,
        ),
    };
  } catch (error) {
    throw new Refusal('unreadable', error instanceof Error ? error.message : 'The template cannot be read.');
  }
};
