import type { ByteView } from './byte-view.ts';
import type { DocHeader } from './doc-header.ts';
import type { Sprm } from './doc-sprms.ts';
import { readSprms } from './doc-sprms.ts';

/** What a style sets, with what it takes from the one that it builds on: first the oldest ancestor's. */
type DocStyle = {
  readonly level: number | null;
  readonly paragraph: readonly Sprm[];
  readonly character: readonly Sprm[];
};
export type FindStyle = (index: number) => DocStyle;

type Draft = DocStyle & { readonly base: number };
const NO_STYLE: DocStyle = { level: null, paragraph: [], character: [] };
const NO_BASE = 0xfff;
const CHARACTER_STYLE = 2;

/** Built-in styles have fixed numbers; 1 to 9 are the headings, 62 the title ([MS-DOC] 2.9.271). */
const levelOf = (builtIn: number, name: string): number | null => {
  if (builtIn >= 1 && builtIn <= 9) return builtIn;
  if (builtIn === 62) return 1;
  const named = /^heading (\d)$/i.exec(name)?.[1];
  return named === undefined ? null : Number(named);
};

const readStyle = (style: ByteView, fixed: number, { version, isEastAsian }: DocHeader): Draft => {
  const wide = version === 8 ? 2 : 1;
  const length = wide === 2 ? style.u16(fixed) : style.u8(fixed);
  const name = wide === 2 ? style.utf16(fixed + 2, length * 2) : style.latin1(fixed + 1, length);
  const kind = style.u16(2) & 0xf;
  const groups: ByteView[] = [];
  let at = fixed + wide + (length + 1) * wide;
  for (let left = style.u16(4) & 0xf; left > 0 && at + 2 <= style.length; left -= 1) {
    at += at % 2;
    groups.push(style.slice(at + 2, style.u16(at)));
    at += 2 + style.u16(at);
  }
  const [first, second] = groups;
  const read = (bytes: ByteView | undefined): Sprm[] =>
    bytes === undefined ? [] : readSprms(bytes, version, isEastAsian);
  return {
    base: style.u16(2) >> 4,
    level: kind === CHARACTER_STYLE ? null : levelOf(style.u16(0) & 0xfff, name),
    paragraph: kind === CHARACTER_STYLE || first === undefined ? [] : read(first.slice(2, first.length)),
    character: read(kind === CHARACTER_STYLE ? first : second),
  };
};

/** The style sheet ([MS-DOC] 2.9.271). Word 2 has one of another kind, which says nothing that is needed here. */
export const readDocStyles = (tables: ByteView, header: DocHeader): FindStyle => {
  const { at, size } = header.table('styles');
  if (header.version === 2) return () => NO_STYLE;
  const sheet = tables.slice(at, size);
  const drafts: (Draft | undefined)[] = [];
  const count = sheet.u16(2);
  const fixed = sheet.u16(4);
  for (let index = 0, place = 2 + sheet.u16(0); index < count && place + 2 <= sheet.length; index += 1) {
    const length = sheet.u16(place);
    drafts.push(length === 0 ? undefined : readStyle(sheet.slice(place + 2, length), fixed, header));
    place += 2 + length + (length % 2);
  }
  const settled = new Map<number, DocStyle>();
  const settle = (index: number, seen: number): DocStyle => {
    const known = settled.get(index);
    const own = drafts[index];
    if (known !== undefined || own === undefined || seen > 20) return known ?? NO_STYLE;
    const base = own.base === NO_BASE ? NO_STYLE : settle(own.base, seen + 1);
    const style = {
      level: own.level ?? base.level,
      paragraph: [...base.paragraph, ...own.paragraph],
      character: [...base.character, ...own.character],
    };
    settled.set(index, style);
    return style;
  };
  return (index) => settle(index, 0);
};
