import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Compares digests, so that neither the place of a difference nor the length shows in the time it takes. */
const isSame = (given: string, kept: string): boolean => timingSafeEqual(digest(given), digest(kept));

const cookieOf = (header: string | undefined, name: string): string | null => {
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
};

export type Session = {
  /** Opens one session, once. */
  readonly token: string;
  /** The cookie that stands for the session, or null for a wrong or used token. */
  readonly open: (token: unknown) => string | null;
  /** True for a request that carries the session's cookie. */
  readonly holds: (cookieHeader: string | undefined) => boolean;
};

/**
 * One session of a loopback host. Cookies are shared by all ports of a machine, so the port is in the cookie's name.
 */
export const newSession = (port: number): Session => {
  const name = `imr-${port}`;
  const [token, key] = [secret(), secret()];
  let isUsed = false;
  return {
    token,
    open: (given) => {
      if (isUsed || typeof given !== 'string' || !isSame(given, token)) return null;
      isUsed = true;
      return `${name}=${key}; HttpOnly; SameSite=Strict; Path=/`;
    },
    holds: (header) => {
      const given = cookieOf(header, name);
      return isUsed && given !== null && isSame(given, key);
    },
  };
};
