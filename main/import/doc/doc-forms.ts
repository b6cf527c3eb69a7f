import type { ByteView } from './byte-view.ts';

const UNSET = 25;
const CHECK_BOX = 1;
const DROP_DOWN = 2;

/** What a field of a form shows beside its text: a box ticked or not, the entry chosen of a list ([MS-DOC] 2.9.78). */
export const shownByFormField = (data: ByteView, at: number): string => {
  const start = at + data.u16(at + 4);
  const bits = data.u16(start + 4);
  const kind = bits & 3;
  const result = (bits >> 2) & 0x1f;
  let place = start + 10;
  place += 2 + data.u16(place) * 2 + 2;
  if (kind === CHECK_BOX) return (result === UNSET ? data.u16(place) : result) === 1 ? '\u2612' : '\u2610';
  if (kind !== DROP_DOWN) return '';
  const chosen = result === UNSET ? data.u16(place) : result;
  place += 2;
  // Five texts stand between the default and the entries.
  for (let left = 5; left > 0; left -= 1) place += 2 + data.u16(place) * 2 + 2;
  const count = Math.min(data.u16(place + 2), 255);
  place += 6;
  for (let index = 0; index < count && index < chosen; index += 1) place += 2 + data.u16(place) * 2;
  return chosen < count ? data.utf16(place + 2, Math.min(255, data.u16(place)) * 2) : '';
};
