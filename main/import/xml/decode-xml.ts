import { decodeDeclared } from '../decode-text.ts';

/** The text of an XML file in whatever encoding it is and says it is. */
export const decodeXml = (bytes: Uint8Array): string =>
  decodeDeclared(
    bytes,
    /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(
      Buffer.from(bytes.subarray(0, 256)).toString('latin1'),
    )?.[1],
  );
