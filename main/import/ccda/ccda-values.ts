import type { XmlNode } from '../xml/xml-tree.ts';
import { childAt, childrenOf, textWithin } from '../xml/xml-tree.ts';

/**
 * A time as HL7 writes it, `20160816143000-0700`, as a reader of these records writes it: `08/16/2016 14:30`. Others
 * stay as they are.
 */
const writeTime = (value: string): string => {
  const match = /^(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)?)?/.exec(value.trim());
  if (match === null) return value.trim();
  const [, year = '', month, day, hour, minute] = match;
  const date = [month, day, year].filter((part) => part !== undefined).join('/');
  return hour === undefined || (hour === '00' && (minute ?? '00') === '00')
    ? date
    : `${date} ${hour}:${minute ?? '00'}`;
};

/** A time or a stretch of time; empty where none is said. */
export const timeOf = (node: XmlNode | undefined): string => {
  const at = (name: string): string => writeTime(childAt(node, name)?.attributes['value'] ?? '');
  const value = writeTime(node?.attributes['value'] ?? '');
  if (value !== '') return value;
  const [low, high] = [at('low'), at('high')];
  if (low !== '' && high !== '' && low !== high) return `${low} to ${high}`;
  return low !== '' ? low : high !== '' ? (childAt(node, 'low') === undefined ? high : `until ${high}`) : at('center');
};

/** A name of a person or an organisation, its parts in the order in which they stand. */
export const nameOf = (node: XmlNode | undefined): string => {
  if (node === undefined) return '';
  const parts = childrenOf(node).filter((part) => part.name !== 'validTime');
  return parts.length === 0
    ? textWithin(node)
    : parts
        .map(textWithin)
        .filter((part) => part !== '')
        .join(' ');
};

export const addressOf = (node: XmlNode | undefined): string =>
  node === undefined
    ? ''
    : childrenOf(node).length === 0
      ? textWithin(node)
      : childrenOf(node)
          .filter((part) => part.name !== 'useablePeriod')
          .map(textWithin)
          .filter((part) => part !== '')
          .join(', ');

export const telecomOf = (node: XmlNode | undefined): string => (node?.attributes['value'] ?? '').replace(/^\w+:/, '');

/** What a code says in words: its own text, the name that stands with it, or the code itself. */
export const codeOf = (node: XmlNode | undefined): string => {
  const own = textWithin(childAt(node, 'originalText'));
  return own !== '' ? own : (node?.attributes['displayName'] ?? node?.attributes['code'] ?? '');
};

/** A number with its unit; the unit `1` says nothing. */
export const quantityOf = (node: XmlNode | undefined): string =>
  [node?.attributes['value'] ?? '', (node?.attributes['unit'] ?? '').replace(/^1$/, '')]
    .filter((piece) => piece !== '')
    .join(' ');

/** `4 to 6 %`, or the one end that is given. */
export const rangeOf = (node: XmlNode | undefined): string => {
  const [low, high] = [childAt(node, 'low'), childAt(node, 'high')];
  const isSameUnit = low?.attributes['unit'] === high?.attributes['unit'];
  return [isSameUnit && quantityOf(high) !== '' ? (low?.attributes['value'] ?? '') : quantityOf(low), quantityOf(high)]
    .filter((part) => part !== '')
    .join(' to ');
};

const PERIOD_UNITS: Readonly<Record<string, string>> = {
  h: 'hours',
  d: 'days',
  wk: 'weeks',
  mo: 'months',
  min: 'minutes',
};

/** How often something is repeated: `every 12 hours`; empty where no period is given. */
export const periodOf = (node: XmlNode | undefined): string => {
  const period = childAt(node, 'period');
  const value = period?.attributes['value'] ?? '';
  const unit = period?.attributes['unit'] ?? '';
  if (value === '') return '';
  const words = PERIOD_UNITS[unit] ?? unit;
  return value === '1' ? `every ${words.replace(/s$/, '')}` : `every ${value} ${words}`;
};

/** A value of an observation: a code, a quantity with its unit, a range, or text. */
export const valueOf = (node: XmlNode | undefined): string => {
  if (node === undefined) return '';
  const own =
    node.attributes['value'] === undefined
      ? ''
      : /^TS$/.test(node.attributes['type'] ?? '')
        ? writeTime(node.attributes['value'])
        : quantityOf(node);
  return [own, rangeOf(node), codeOf(node), textWithin(node)].find((text) => text !== '') ?? '';
};

/** The parts that say something, with commas between them. */
export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
