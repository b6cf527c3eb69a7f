import { basename } from 'node:path';
import type { FileToken } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { App, Call } from './app.ts';
import { takeFile } from '../intake/take-file.ts';

/** A table or a template that a user keeps is far smaller. */
const LARGEST = 5 * 1024 * 1024;

export type SmallFile = { readonly name: string; readonly bytes: Uint8Array };

/** A small file that was offered, whole; refuses with `unreadable` a larger one. */
export const takeSmall = async (app: App, token: FileToken, call: Call): Promise<SmallFile> => {
  const offer = app.offers.source(token);
  const name = offer.kind === 'bytes' ? offer.name : basename(offer.path);
  const bytes = await takeFile({ ...offer, name }, call.signal);
  if (bytes.length > LARGEST)
    throw new Refusal('unreadable', `${name} is larger than 5 MB; this cannot be what was asked for.`);
  return { name, bytes };
};

/** The text of a small file that was offered (UTF-8); refuses with `unreadable` what is none. */
export const takeText = async (app: App, token: FileToken, call: Call): Promise<string> => {
  const { name, bytes } = await takeSmall(app, token, call);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('unreadable', `${name} is no text in UTF-8; save it as such and choose it again.`);
  }
};
