/**
 * What a name may not show: control characters, and marks that hide or turn round what follows (so that a programme
 * looks like a PDF).
 */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
/** Longer names are cut in front: their end tells more. */
const LONGEST = 240;

/** A file's name as it may be shown: what cannot be seen becomes `_`. */
export const cleanName = (name: string): string => {
  const shown = name.toWellFormed().normalize('NFC').replace(HIDDEN, '_');
  return shown.length > LONGEST ? `…${shown.slice(1 - LONGEST).toWellFormed()}` : shown;
};

/** The name of a file in an archive as a path that leads nowhere but down: no root, no drive, no `..`. */
export const cleanPath = (name: string): string => {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/^\/*[a-z]:/i, '')
    .split('/')
    .map((part) => part.trim());
  const kept = parts.filter((part) => part !== '' && part !== '.' && part !== '..');
  return kept.length === 0 ? 'unnamed' : cleanName(kept.join('/'));
};
