import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';

/** Cost of turning a passphrase into a key (scrypt, RFC 7914). 128 MiB and about a third of a second. */
export type KdfParameters = {
  readonly name: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** New parameters with a fresh salt. The test suites may ask for a cheaper cost. */
export const newKdf = (N = 2 ** 17): KdfParameters => ({
  name: 'scrypt',
  N,
  r: 8,
  p: 1,
  salt: randomBytes(16).toString('base64'),
});

/**
 * The key of a passphrase, 32 bytes. The passphrase is normalised (NFKC), so that it is the same from every keyboard.
 */
export const deriveKey = (passphrase: string, kdf: KdfParameters): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), Buffer.from(kdf.salt, 'base64'), 32, {
    N: kdf.N,
    r: kdf.r,
    p: kdf.p,
    maxmem: 256 * kdf.N * kdf.r,
  });

/** A key for one purpose from the vault key (HKDF, RFC 5869). */
export const subKey = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `imr-desk ${purpose}`, 32));

/** `plain` sealed under `key` (AES-256-GCM): nonce, cipher text, tag. `context` is bound to it. */
export const wrapKey = (plain: Buffer, key: Buffer, context: string): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** What {@link wrapKey} sealed; null when the key or the context is another or the bytes are changed. */
export const unwrapKey = (wrapped: Buffer, key: Buffer, context: string): Buffer | null => {
  if (wrapped.length < NONCE_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, NONCE_BYTES)).setAAD(
      Buffer.from(context),
    );
    decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
    return Buffer.concat([
      decipher.update(wrapped.subarray(NONCE_BYTES, wrapped.length - TAG_BYTES)),
      decipher.final(),
    ]);
  } catch {
    return null;
  }
};

const BASE32 = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 160 random bits in eight groups of four letters that are hard to mistake for one another. */
export const newRecoveryKey = (): string =>
  [...randomBytes(32)].map((byte, at) => (at > 0 && at % 4 === 0 ? '-' : '') + (BASE32[byte & 31] ?? '')).join('');

/** A recovery key as typed: blanks, hyphens and case do not matter. */
export const foldRecoveryKey = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
