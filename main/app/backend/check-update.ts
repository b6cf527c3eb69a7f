import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { Refusal } from '../../../shared/reply.ts';

/** What stands beside an update, in a file of its name and `.sig`. */
const Seal = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over {@link sealedText}, base64. */
  signature: z.string(),
});
type Seal = z.infer<typeof Seal>;

/** The text that a seal signs. The name counts too, so that no file can be taken for another. */
export const sealedText = (name: string, version: string, sha256: string): Buffer =>
  Buffer.from(`imr-desk update 1\n${name}\n${version}\n${sha256}\n`);

export type UpdateToCheck = {
  /** The file that was brought. */
  readonly path: string;
  /** Where it is copied to while it is read: what is checked is what is installed, whatever becomes of the other. */
  readonly copy: string;
  /** The key of the maker, PEM; null where this build has none. */
  readonly publicKey: string | null;
  /** The version that runs. */
  readonly running: string;
};

const readSeal = (path: string): Seal => {
  try {
    return Seal.parse(JSON.parse(readFileSync(`${path}.sig`, 'utf8')));
  } catch {
    throw new Refusal(
      'unreadable',
      `The file ${basename(path)}.sig is missing or damaged; it belongs beside the update.`,
    );
  }
};

const copyAndHash = async (from: string, to: string): Promise<string> => {
  const hash = createHash('sha256');
  const through = new PassThrough();
  through.on('data', (bytes: Buffer) => hash.update(bytes));
  await pipeline(createReadStream(from), through, createWriteStream(to, { mode: 0o600 }));
  return hash.digest('hex');
};

const isNewer = (version: string, running: string): boolean => {
  const [a, b] = [version, running].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]);
  return at !== undefined && (a?.[at] ?? 0) > (b?.[at] ?? 0);
};

/**
 * Holds a file that was brought to its seal: the maker's signature, the hash, and a version newer than this. Gives the
 * version; refuses in a sentence. Nothing is asked of any other computer.
 */
export const checkUpdate = async ({ path, copy, publicKey, running }: UpdateToCheck): Promise<string> => {
  if (publicKey === null)
    throw new Refusal(
      'refused',
      'This build of IMR Desk has no key to check updates with; install the new version by hand.',
    );
  const { version, sha256, signature } = readSeal(path);
  const signed = sealedText(basename(path), version, sha256);
  if (!verify(null, signed, createPublicKey(publicKey), Buffer.from(signature, 'base64')))
    throw new Refusal('refused', 'This update was not signed by the makers of IMR Desk; it is not installed.');
  if ((await copyAndHash(path, copy)) !== sha256)
    throw new Refusal('damaged', 'This update is not the file that was signed; get it again.');
  if (!isNewer(version, running))
    throw new Refusal('refused', `This is version ${version}; version ${running} runs already.`);
  return version;
};
