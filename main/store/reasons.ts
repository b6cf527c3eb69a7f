import { Reason } from '../../shared/reason.ts';
import { parseStored } from '../../shared/stored-json.ts';

/** The sentences of version 0.1.0 on which something depends: whether a password is asked for, and what is no warning. */
const IN_010: readonly (readonly [RegExp, (count: string) => Reason])[] = [
  [/^The file is protected with a password\. Give its password/u, () => ({ code: 'needs-password' })],
  [/^This file is protected with a password\. Try it again/u, () => ({ code: 'needs-password-inside' })],
  [/^The password does not open this file\./u, () => ({ code: 'wrong-password' })],
  [/^([\d,]+) files?\.$/u, (count) => ({ code: 'files-inside', values: { files: Number(count.replaceAll(',', '')) } })],
];

/** A sentence as version 0.1.0 stored it, which knew no codes. */
const ofSentence = (sentence: string): Reason => {
  for (const [pattern, reason] of IN_010) {
    const match = pattern.exec(sentence);
    if (match !== null) return reason(match[1] ?? '');
  }
  return { code: 'in-words', values: { sentence } };
};

/** The reasons of a stored list; what this version cannot understand is left out. */
export const readReasons = (stored: string): Reason[] => {
  const rows = parseStored(stored);
  return (Array.isArray(rows) ? (rows as readonly unknown[]) : []).flatMap((row) => {
    if (typeof row === 'string') return [ofSentence(row)];
    return Reason.safeParse(row).data ?? [];
  });
};
