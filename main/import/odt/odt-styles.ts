import type { ListLevel, ListLevels } from '../flow/list-counter.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { qualified } from './odt-space.ts';

/** What of a style matters to a reader (ODF 1.3 part 3, chapter 16); null is not said. */
type OdtStyle = {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly isHidden: boolean | null;
  readonly breakBefore: boolean | null;
  readonly breakAfter: boolean | null;
  /** The page style that begins with it, which is a page break as well. */
  readonly startsPage: boolean;
  readonly level: number | null;
};
export type OdtStyles = {
  /** By family and name, `paragraph/P1`, with what it takes from the styles that it builds on. */
  readonly style: (family: string, name: string) => OdtStyle;
  readonly list: (name: string) => ListLevels | undefined;
};

/** The name of the list that numbers headings. */
export const OUTLINE = '#outline';

type Draft = { -readonly [Key in keyof OdtStyle]: OdtStyle[Key] } & { parent: string };
type Level = { -readonly [Key in keyof ListLevel]: ListLevel[Key] };
const PLAIN: OdtStyle = {
  bold: null,
  italic: null,
  isHidden: null,
  breakBefore: null,
  breakAfter: null,
  startsPage: false,
  level: null,
};
const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

const isPage = (value: string | undefined): boolean | null => (value === undefined ? null : value === 'page');
const isBold = (weight: string): boolean => weight === 'bold' || Number(weight) >= 600;

const startStyle = ({ attributes }: XmlElement): Draft => {
  const level = Number(attributes['default-outline-level'] ?? 0);
  return {
    ...PLAIN,
    parent: attributes['parent-style-name'] ?? '',
    startsPage: (attributes['master-page-name'] ?? '') !== '',
    level: level > 0 ? level : null,
  };
};

/** Both kinds of properties are distinguished by their attributes: OpenOffice 1 has one element for all. */
const addProperties = (draft: Draft, { attributes }: XmlElement): void => {
  draft.breakBefore = isPage(attributes['break-before']) ?? draft.breakBefore;
  draft.breakAfter = isPage(attributes['break-after']) ?? draft.breakAfter;
  if (attributes['font-weight'] !== undefined) draft.bold = isBold(attributes['font-weight']);
  if (attributes['font-style'] !== undefined) draft.italic = attributes['font-style'] !== 'normal';
  if (attributes['display'] !== undefined) draft.isHidden = attributes['display'] === 'none';
};

const startLevel = (name: string, { attributes }: XmlElement): Level => {
  const format = attributes['num-format'] ?? '';
  const depth = Number(attributes['level'] ?? 1);
  const shown = Math.min(depth, Number(attributes['display-levels'] ?? 1));
  const numbers = Array.from({ length: shown }, (_, index) => `%${depth - shown + index + 1}`).join('.');
  const text =
    attributes['num-list-format'] ?? `${attributes['num-prefix'] ?? ''}${numbers}${attributes['num-suffix'] ?? ''}`;
  if (name !== 'text:list-level-style-number' && name !== 'text:outline-level-style')
    return { format: 'bullet', text: '', start: 1 };
  return {
    format: format === '' ? 'none' : (FORMATS[format] ?? 'decimal'),
    text,
    start: Number(attributes['start-value'] ?? 1),
  };
};

const LEVEL = /^text:(?:list-level-style-\w+|outline-level-style)$/;

/** The styles of the given parts; those of a later one go before those of an earlier one. */
export const readOdtStyles = (xmls: readonly string[]): OdtStyles => {
  const drafts = new Map<string, Draft>();
  const lists = new Map<string, Map<number, ListLevel>>();
  let draft: Draft | null = null;
  let levels: Map<number, ListLevel> | null = null;
  const open = (element: XmlElement): void => {
    const name = qualified(element);
    const { attributes } = element;
    if (name === 'style:style' || name === 'style:default-style')
      drafts.set(`${attributes['family'] ?? ''}/${attributes['name'] ?? ''}`, (draft = startStyle(element)));
    else if (/^style:(\w+-)?properties$/.test(name) && draft !== null) addProperties(draft, element);
    else if (name === 'text:list-style') lists.set(attributes['name'] ?? '', (levels = new Map<number, ListLevel>()));
    else if (name === 'text:outline-style') lists.set(OUTLINE, (levels = new Map<number, ListLevel>()));
    else if (LEVEL.test(name)) levels?.set(Number(attributes['level'] ?? 1) - 1, startLevel(name, element));
  };
  const close = (element: XmlElement): void => {
    if (qualified(element) === 'style:style' || qualified(element) === 'style:default-style') draft = null;
  };
  for (const xml of xmls) walkXml(xml, { open, close });

  const settled = new Map<string, OdtStyle>();
  const settle = (key: string, seen: number): OdtStyle => {
    const known = settled.get(key);
    const own = drafts.get(key);
    if (known !== undefined || own === undefined || seen > 20) return known ?? PLAIN;
    const base = settle(`${key.slice(0, key.indexOf('/'))}/${own.parent}`, seen + 1);
    const style: OdtStyle = {
      bold: own.bold ?? base.bold,
      italic: own.italic ?? base.italic,
      isHidden: own.isHidden ?? base.isHidden,
      breakBefore: own.breakBefore ?? base.breakBefore,
      breakAfter: own.breakAfter ?? base.breakAfter,
      startsPage: own.startsPage,
      level: own.level ?? base.level,
    };
    settled.set(key, style);
    return style;
  };
  return { style: (family, name) => settle(`${family}/${name}`, 0), list: (name) => lists.get(name) };
};
