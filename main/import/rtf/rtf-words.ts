import type { RtfPart } from './rtf-sink.ts';

/** Groups whose content is never part of what is read (RTF 1.9.1, "Destinations"). */
export const SKIPPED = new Set([
  'colortbl', 'info', 'pict', 'objdata', 'object_data', 'filetbl', 'listtable', 'listoverridetable', 'list', 'listoverride', 'listpicture', 'revtbl', 'rsidtbl', 'generator', 'themedata', 'colorschememapping',
  'datastore', 'latentstyles', 'xmlnstbl', 'fldinst', 'formfield', 'bkmkstart', 'bkmkend', 'sp', 'nonesttables', 'private', 'template', 'xe', 'tc', 'rxe', 'txe',
  'atnid', 'atnauthor', 'atntime', 'atnicn', 'atnref', 'atrfstart', 'atrfend', 'falt', 'panose', 'fontemb', 'fontfile', 'objclass', 'objname', 'docvar', 'mmathPr',
  'userprops', 'wgrffmtfilter', 'pgptbl', 'background', 'annotation', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'nextfile', 'shppict', 'nonshppict',
]);

/** Groups marked as ones that may be ignored (`\*`) but which hold text that a reader sees. */
export const KEPT_STARRED = new Set(['shpinst', 'shptxt', 'nesttableprops', 'ud']);

export const PARTS: Readonly<Record<string, RtfPart>> = {
  header: 'header', headerl: 'header', headerr: 'header', headerf: 'header', footer: 'footer', footerl: 'footer', footerr: 'footer', footerf: 'footer', footnote: 'note',
};

/** Control words that stand for text. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t', line: '\n', softline: '\n', lquote: '\u2018', rquote: '\u2019', ldblquote: '\u201c', rdblquote: '\u201d', bullet: '\u2022', endash: '\u2013', emdash: '\u2014',
  emspace: ' ', enspace: ' ', qmspace: ' ', nestcell: '\t', nestrow: '\n',
};
export const SYMBOL_CHARACTERS: Readonly<Record<string, string>> = { '~': ' ', _: '-', '\\': '\\', '{': '{', '}': '}', '\t': '\t' };
