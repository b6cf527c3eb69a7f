import { createCipheriv, hkdfSync, scryptSync } from 'node:crypto';
import { Refusal } from '../../shared/reply.ts';

/** Published results, in hex, of what a vault rests on. */
type Vector = { readonly name: string; readonly expected: string; readonly compute: () => Buffer };

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The published vectors: RFC 7914 section 12, RFC 5869 appendix A.1, and case 14 of the GCM specification. */
export const VECTORS: readonly Vector[] = [
  {
    name: 'scrypt',
    expected:
      '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
    compute: () => scryptSync('', '', 64, { N: 16, r: 1, p: 1 }),
  },
  {
    name: 'scrypt with blocks of the size that is used',
    expected:
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    compute: () => scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }),
  },
  {
    name: 'HKDF',
    expected: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    compute: () =>
      Buffer.from(
        hkdfSync('sha256', hex('0b'.repeat(22)), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42),
      ),
  },
  {
    name: 'AES-256-GCM',
    expected: 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
    compute: () => {
      const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
      return Buffer.concat([cipher.update(Buffer.alloc(16)), cipher.final(), cipher.getAuthTag()]);
    },
  },
];

const holds = ({ expected, compute }: Vector): boolean => {
  try {
    return compute().equals(hex(expected));
  } catch {
    return false;
  }
};

/**
 * Holds the cryptography of this program to published results, before a vault rests on it: in Electron another library
 * does it than in Node. Refuses with `refused` where one is not as published. Takes some hundredths of a second.
 */
export const testCrypto = (vectors: readonly Vector[] = VECTORS): void => {
  const wrong = vectors.find((vector) => !holds(vector));
  if (wrong !== undefined)
    throw new Refusal(
      'refused',
      `The cryptography of this program gives a wrong result (${wrong.name}); no vault is opened with it. Install IMR Desk anew.`,
      { vector: wrong.name },
    );
};
