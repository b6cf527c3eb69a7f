import type { XmlNode } from '../xml/xml-tree.ts';
import { childAt, childrenOf, textWithin } from '../xml/xml-tree.ts';
import { codeOf, joined, nameOf, timeOf, valueOf } from './ccda-values.ts';

const STATEMENTS = new Set([
  'observation',
  'act',
  'procedure',
  'encounter',
  'substanceAdministration',
  'supply',
  'organizer',
  'regionOfInterest',
  'observationMedia',
]);

const describe = (statement: XmlNode): string => {
  const product =
    childAt(statement, 'consumable', 'manufacturedProduct', 'manufacturedMaterial') ??
    childAt(statement, 'product', 'manufacturedProduct', 'manufacturedMaterial');
  const what =
    [codeOf(childAt(product, 'code')), nameOf(childAt(product, 'name')), codeOf(childAt(statement, 'code'))].find(
      (text) => text !== '',
    ) ?? '';
  const value = joined(...childrenOf(statement, 'value').map(valueOf), valueOf(childAt(statement, 'doseQuantity')));
  const time = joined(...new Set(childrenOf(statement, 'effectiveTime').map(timeOf)));
  const text = textWithin(childAt(statement, 'text'));
  return joined(what === '' ? value : value === '' ? what : `${what}: ${value}`, time, text);
};

/** What the machine-readable entries of a section say, a line each: for a section that has no text of its own. */
export const describeEntries = (section: XmlNode): string[] => {
  const lines: string[] = [];
  const collect = (node: XmlNode): void => {
    for (const child of childrenOf(node)) {
      if (STATEMENTS.has(child.name)) lines.push(describe(child));
      if (child.name !== 'section' && child.name !== 'author') collect(child);
    }
  };
  for (const entry of childrenOf(section, 'entry')) collect(entry);
  return lines.filter((line) => line !== '');
};
