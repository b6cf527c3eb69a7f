import type { BlockKind } from '../flow/flow-builder.ts';
import { PARAGRAPH } from '../flow/flow-builder.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { decodeSigns, isSymbolFont } from '../symbol-fonts.ts';
import { codepageOfCharset, decodeBytes, SYMBOL_CHARSET } from './rtf-charsets.ts';
import { createRtfPictures } from './rtf-pictures.ts';
import type { RtfPart, RtfSink } from './rtf-sink.ts';
import { createRtfSink } from './rtf-sink.ts';
import type { RtfToken } from './rtf-tokens.ts';
import { rtfTokens } from './rtf-tokens.ts';
import { CHARACTERS, KEPT_STARRED, PARTS, SKIPPED, SYMBOL_CHARACTERS } from './rtf-words.ts';

type Destination = 'text' | 'skip' | 'fonts' | 'styles' | 'picture';
/** What a group inherits and its end restores. */
type Group = {
  readonly to: Destination;
  readonly part: RtfPart;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  readonly font: number;
  /** Characters that follow a `\u` in its stead for readers without Unicode. */
  readonly fallback: number;
};
type Paragraph = { readonly inTable: boolean; readonly pageBefore: boolean; readonly kind: BlockKind };

const TOP: Group = {
  to: 'text',
  part: 'body',
  bold: false,
  italic: false,
  isHidden: false,
  isDeleted: false,
  font: 0,
  fallback: 1,
};
const NEW_PARAGRAPH: Paragraph = { inTable: false, pageBefore: false, kind: PARAGRAPH };

/** Code page of a document that names none: `\mac`, `\pc`, `\pca`. */
const OLD_CODEPAGES: Readonly<Record<string, number>> = { mac: 10000, pc: 437, pca: 850 };
const isOn = (value: number | null): boolean => value !== 0;
const headingLevel = (styleName: string): number | undefined => {
  const level = /^heading (\d)/i.exec(styleName.trim())?.[1];
  return level === undefined ? undefined : Number(level);
};

const createReader = (sink: RtfSink) => {
  const stack: Group[] = [];
  const fonts = new Map<number, number>();
  const fontNames = new Map<number, string>();
  const pictures = createRtfPictures();
  const headings = new Map<number, number>();
  let codepage = 1252;
  let group = TOP;
  let paragraph = NEW_PARAGRAPH;
  let bytes = '';
  let text = '';
  let isStarred = false;
  let isFirst = false;
  let toSkip = 0;
  let style = { number: 0, name: '' };
  let sectionDue = false;

  /** The font of the words, where it is one of signs; a font of signs without a known name is taken for Symbol. */
  const symbolFont = (): string | null => {
    const name = (fontNames.get(group.font) ?? '').replace(/;.*$/s, '');
    if (isSymbolFont(name)) return name;
    return fonts.get(group.font) === SYMBOL_CHARSET ? 'Symbol' : null;
  };
  const settleBytes = (): void => {
    const charset = fonts.get(group.font);
    const font = symbolFont();
    text +=
      font === null
        ? decodeBytes(bytes, charset === undefined ? codepage : (codepageOfCharset(charset) ?? codepage))
        : decodeSigns(bytes, font);
    bytes = '';
  };
  const flush = (): void => {
    if (bytes !== '') settleBytes();
    const pending = text;
    text = '';
    if (pending === '' || group.to !== 'text' || group.isHidden || group.isDeleted) return;
    if (sectionDue) sink.breakPage(group.part);
    sectionDue = false;
    sink.text(group.part, pending, { bold: group.bold, italic: group.italic }, paragraph);
  };
  const change = (changes: Partial<Group>): void => {
    flush();
    group = { ...group, ...changes };
  };
  const addText = (added: string): void => {
    if (bytes !== '') settleBytes();
    text += added;
  };
  const addBytes = (added: string): void => {
    const rest = added.slice(toSkip);
    toSkip = Math.max(0, toSkip - added.length);
    if (group.to === 'styles') style = { ...style, name: style.name + rest };
    else if (group.to === 'text') bytes += rest;
    else if (group.to === 'fonts') fontNames.set(group.font, (fontNames.get(group.font) ?? '') + rest);
    else if (group.to === 'picture') pictures.add(rest);
  };
  const addUnicode = (value: number): void => {
    const letter = String.fromCharCode(value < 0 ? value + 65_536 : value);
    addText(decodeSigns(letter, symbolFont() ?? ''));
    toSkip = group.fallback;
  };
  const endStyle = (): void => {
    const level = headingLevel(style.name);
    if (level !== undefined) headings.set(style.number, level);
    style = { number: 0, name: '' };
  };
  const open = (): void => {
    flush();
    stack.push(group);
    isStarred = false;
    toSkip = 0;
  };
  const close = (): void => {
    flush();
    toSkip = 0;
    const outer = stack.pop() ?? TOP;
    if (group.to === 'styles') endStyle();
    if (group.to === 'picture' && outer.to !== 'picture') pictures.end();
    // A note or header ends a paragraph of its own; around it the paragraph goes on.
    if (outer.part !== group.part) sink.endParagraph(group.part);
    group = outer;
  };
  const endParagraph = (): void => {
    flush();
    sink.endParagraph(group.part);
  };

  /** True when the word opened a destination. */
  const enterDestination = (name: string): boolean => {
    const starred = isStarred;
    isStarred = false;
    if (group.to === 'skip') return true;
    const part = PARTS[name];
    if (name === 'fonttbl') change({ to: 'fonts' });
    else if (name === 'stylesheet') change({ to: 'styles' });
    else if (part !== undefined) change({ part });
    else if (name === 'pict') change({ to: 'picture' });
    else if (SKIPPED.has(name) || (starred && !KEPT_STARRED.has(name) && group.to !== 'styles')) change({ to: 'skip' });
    else return false;
    return true;
  };

  const documentWords: Readonly<Record<string, (value: number | null) => void>> = {
    ansicpg: (value) => {
      codepage = value === null || value === 0 ? codepage : value;
    },
    f: (value) => {
      change({ font: value ?? 0 });
    },
    fcharset: (value) => {
      if (group.to === 'fonts') fonts.set(group.font, value ?? 0);
    },
    s: (value) => {
      if (group.to === 'styles') style = { number: value ?? 0, name: '' };
      else if (headings.has(value ?? 0))
        paragraph = { ...paragraph, kind: { kind: 'heading', level: headings.get(value ?? 0) ?? 1 } };
    },
    uc: (value) => {
      group = { ...group, fallback: value ?? 1 };
    },
    u: (value) => {
      if (group.to === 'text') addUnicode(value ?? 0);
    },
    b: (value) => {
      change({ bold: isOn(value) });
    },
    i: (value) => {
      change({ italic: isOn(value) });
    },
    v: (value) => {
      change({ isHidden: isOn(value) });
    },
    deleted: (value) => {
      change({ isDeleted: isOn(value) });
    },
    plain: () => {
      change({ bold: false, italic: false, isHidden: false, isDeleted: false });
    },
    pard: () => {
      flush();
      paragraph = NEW_PARAGRAPH;
    },
    intbl: () => {
      paragraph = { ...paragraph, inTable: true };
    },
    pagebb: (value) => {
      paragraph = { ...paragraph, pageBefore: isOn(value) };
    },
    outlinelevel: (value) => {
      if (group.to === 'text' && (value ?? 9) < 9)
        paragraph = { ...paragraph, kind: { kind: 'heading', level: (value ?? 0) + 1 } };
    },
    ilvl: (value) => {
      paragraph = { ...paragraph, kind: { kind: 'list-item', depth: value ?? 0 } };
    },
    ls: () => {
      if (paragraph.kind.kind === 'paragraph') paragraph = { ...paragraph, kind: { kind: 'list-item', depth: 0 } };
    },
    par: endParagraph,
    cell: () => {
      flush();
      sink.endCell(group.part);
    },
    row: () => {
      flush();
      sink.endRow(group.part);
    },
    page: () => {
      endParagraph();
      sink.breakPage(group.part);
    },
    sect: () => {
      endParagraph();
      sectionDue = true;
    },
    sbknone: () => {
      sectionDue = false;
    },
    sbkcol: () => {
      sectionDue = false;
    },
  };
  const takeWord = (name: string, value: number | null): void => {
    if (enterDestination(name)) return;
    if (group.to === 'picture') {
      pictures.word(name);
      return;
    }
    const act = Object.hasOwn(documentWords, name) ? documentWords[name] : undefined;
    const character = Object.hasOwn(CHARACTERS, name) ? CHARACTERS[name] : undefined;
    if (toSkip > 0 && (character !== undefined || act === undefined)) toSkip -= 1;
    else if (character !== undefined && group.to === 'text') addText(character);
    else if (act !== undefined) act(value);
    else if (Object.hasOwn(OLD_CODEPAGES, name)) codepage = OLD_CODEPAGES[name] ?? codepage;
  };
  const takeSymbol = (symbol: string): void => {
    if (symbol === '*') isStarred = isFirst;
    else if (toSkip > 0) toSkip -= 1;
    else if (symbol === '\n' || symbol === '\r') endParagraph();
    else if (group.to === 'text') addText(SYMBOL_CHARACTERS[symbol] ?? '');
  };
  const takeToken = (token: RtfToken): void => {
    switch (token.type) {
      case 'open':
        open();
        return;
      case 'close':
        close();
        return;
      case 'word':
        takeWord(token.name, token.value);
        return;
      case 'symbol':
        takeSymbol(token.symbol);
        return;
      case 'byte':
        addBytes(String.fromCharCode(token.byte));
        return;
      case 'text':
        addBytes(token.text);
        return;
      case 'binary':
        if (group.to === 'picture') pictures.binary(token.bytes);
        return;
    }
  };
  return {
    /** A `\*` counts only as the first thing in its group. */
    take: (token: RtfToken): void => {
      const follows = token.type === 'open';
      takeToken(token);
      isFirst = follows;
    },
    finish: flush,
    pictures,
  };
};

/**
 * Reads an RTF document: paragraphs, headings, tables, bold and italic, headers, notes; pages are cut at `\page` and
 * sections. Its pictures follow as files.
 */
export const readRtf = (bytes: Uint8Array): FlowText => {
  const sink = createRtfSink();
  const reader = createReader(sink);
  for (const token of rtfTokens(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')))
    reader.take(token);
  reader.finish();
  const { files, unseen } = reader.pictures.finish();
  return { pages: sink.finish(), reasons: unseen ? [{ code: 'picture-inside-not-shown' }] : [], enclosed: files };
};
