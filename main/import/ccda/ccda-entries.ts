import type { XmlNode } from '../xml/xml-tree.ts';
import { childAt, childrenOf, textWithin } from '../xml/xml-tree.ts';
import { codeOf, joined, nameOf, periodOf, quantityOf, rangeOf, timeOf, valueOf } from './ccda-values.ts';

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

/** What a statement is where it is nothing that happened (HL7 ActMood): these words stand before it. */
const MOODS: Readonly<Record<string, string>> = {
  INT: 'Planned',
  RQO: 'Ordered',
  PRP: 'Proposed',
  PRMS: 'Promised',
  ARQ: 'Appointment asked for',
  APT: 'Appointment',
  GOL: 'Goal',
  EXPEC: 'Expected',
};
/** How a statement came to its end where it was not done (HL7 ActStatus). */
const ENDS: Readonly<Record<string, string>> = {
  aborted: 'stopped',
  cancelled: 'cancelled',
  suspended: 'suspended',
  nullified: 'entered in error',
};
/** Codes that say nothing: the statement is what it is of. */
const EMPTY_CODES = new Set(['ASSERTION', 'CONC', '48765-2']);
const STATUS_CODES = new Set(['33999-4', '33999-04']);
const SEVERITY_CODES = new Set(['SEV']);
/** Roots of the templates of allergies, reactions to drugs and intolerances (C-CDA 2.1, 3.5). */
const ALLERGY_TEMPLATES = new Set(['2.16.840.1.113883.10.20.22.4.7', '2.16.840.1.113883.10.20.24.3.90']);
const ALLERGY_WORDS = /allerg|intoleran|adverse|sensitivit/i;

const saysNothing = (node: XmlNode | undefined): boolean => EMPTY_CODES.has(node?.attributes['code'] ?? '');
const isNegated = (node: XmlNode): boolean => /^(?:true|1)$/.test(node.attributes['negationInd'] ?? '');
const hasTemplate = (node: XmlNode, roots: ReadonlySet<string>): boolean =>
  childrenOf(node, 'templateId').some(({ attributes }) => roots.has(attributes['root'] ?? ''));

const productOf = (statement: XmlNode): string => {
  const material =
    childAt(statement, 'consumable', 'manufacturedProduct', 'manufacturedMaterial') ??
    childAt(statement, 'product', 'manufacturedProduct', 'manufacturedMaterial');
  return firstOf(codeOf(childAt(material, 'code')), nameOf(childAt(material, 'name')));
};

const firstOf = (...texts: readonly string[]): string => texts.find((text) => text !== '') ?? '';

/** What an allergy is to: the substance that takes part as `consumable` (CSM). */
const substanceOf = (statement: XmlNode): string =>
  childrenOf(statement, 'participant')
    .filter(({ attributes }) => attributes['typeCode'] === 'CSM')
    .map((one) => childAt(one, 'participantRole', 'playingEntity'))
    .map((entity) => firstOf(codeOf(childAt(entity, 'code')), nameOf(childAt(entity, 'name'))))
    .filter((name) => name !== '')
    .join(', ');

/** The statements that stand in an `entryRelationship`. */
const statementsOf = (relation: XmlNode): XmlNode[] => childrenOf(relation).filter(({ name }) => STATEMENTS.has(name));
const hasCode = (codes: ReadonlySet<string>, statement: XmlNode): boolean =>
  codes.has(childAt(statement, 'code')?.attributes['code'] ?? '');
const isReaction = (relation: XmlNode): boolean => relation.attributes['typeCode'] === 'MFST';
/** What belongs into the line of the statement that holds it: how it shows, how bad it is, whether it still is. */
const isAside = (relation: XmlNode): boolean =>
  isReaction(relation) ||
  statementsOf(relation).some((inner) => hasCode(STATUS_CODES, inner) || hasCode(SEVERITY_CODES, inner));

const valuesOf = (statement: XmlNode): string => joined(...childrenOf(statement, 'value').map(valueOf));

const asides = (statement: XmlNode): string => {
  const relations = childrenOf(statement, 'entryRelationship');
  const reactions = relations.filter(isReaction).flatMap(statementsOf);
  const inner = relations.flatMap(statementsOf);
  const ofReactions = reactions.flatMap((one) => childrenOf(one, 'entryRelationship').flatMap(statementsOf));
  const labelled = (label: string, chosen: readonly XmlNode[]): string => {
    const said = joined(...new Set(chosen.map(valuesOf)));
    return said === '' ? '' : `${label}: ${said}`;
  };
  return joined(
    labelled('reaction', reactions),
    labelled(
      'severity',
      [...inner, ...ofReactions].filter((one) => hasCode(SEVERITY_CODES, one)),
    ),
    labelled(
      'status',
      inner.filter((one) => hasCode(STATUS_CODES, one)),
    ),
  );
};

/** How a drug is given: how much, by which way, how often. */
const dosage = (statement: XmlNode): string =>
  joined(
    quantityOf(childAt(statement, 'doseQuantity')) || rangeOf(childAt(statement, 'doseQuantity')),
    codeOf(childAt(statement, 'routeCode')),
    ...childrenOf(statement, 'effectiveTime').map(periodOf),
  );

const isAllergy = (statement: XmlNode): boolean =>
  statement.name === 'observation' &&
  (hasTemplate(statement, ALLERGY_TEMPLATES) ||
    (substanceOf(statement) !== '' && ALLERGY_WORDS.test(valuesOf(statement))));

const lower = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** `Allergy to penicillin`, `No allergy to penicillin`, `No known allergy`. */
const sayAllergy = (statement: XmlNode): string => {
  const to = substanceOf(statement);
  const kind = valuesOf(statement);
  const named = to === '' ? kind : /intoleran/i.test(kind) ? `Intolerance to ${to}` : `Allergy to ${to}`;
  if (!isNegated(statement)) return named === '' ? 'Allergy' : named;
  return to === '' ? 'No known allergy' : `No ${lower(named)}`;
};

/** A statement and its value; the opposite is stated where the entry says so (`negationInd`). */
const sayWhat = (statement: XmlNode): string => {
  if (isAllergy(statement)) return sayAllergy(statement);
  const code = childAt(statement, 'code');
  const what = firstOf(productOf(statement), saysNothing(code) ? '' : codeOf(code));
  const value = valuesOf(statement);
  if (!isNegated(statement)) return what === '' || value === '' ? what + value : `${what}: ${value}`;
  if (value !== '') return what === '' ? `No ${lower(value)}` : `${what}: no ${lower(value)}`;
  if (what === '') return '';
  return `${what}: not ${statement.name === 'substanceAdministration' || statement.name === 'supply' ? 'given' : 'done'}`;
};

/** What a result is measured against. */
const referenceOf = (statement: XmlNode): string =>
  joined(
    ...childrenOf(statement, 'referenceRange').map((range) => {
      const inner = childAt(range, 'observationRange');
      return firstOf(valueOf(childAt(inner, 'value')), textWithin(childAt(inner, 'text')));
    }),
  );
/** What a result comes to: `high, reference 4 to 6 %`. */
const judgement = (statement: XmlNode): string => {
  const reference = referenceOf(statement);
  return joined(
    ...childrenOf(statement, 'interpretationCode').map(codeOf),
    reference === '' ? '' : `reference ${reference}`,
  );
};

const describe = (statement: XmlNode): string => {
  const what = sayWhat(statement);
  const text = textWithin(childAt(statement, 'text'));
  // A drug on a list is always one that is meant to be taken.
  const mood = statement.name === 'substanceAdministration' ? undefined : MOODS[statement.attributes['moodCode'] ?? ''];
  const status = ENDS[childAt(statement, 'statusCode')?.attributes['code'] ?? ''] ?? '';
  const times = [...new Set(childrenOf(statement, 'effectiveTime').map(timeOf))];
  const said = joined(
    what,
    dosage(statement),
    judgement(statement),
    asides(statement),
    ...times,
    text === what ? '' : text,
    status,
  );
  // A time or a status alone says nothing of anything.
  if (what === '' && text === '') return '';
  return mood === undefined ? said : `${mood}: ${said}`;
};

/** The statements of a section with those in them, in order; asides stand in the line of what they belong to. */
const statementsIn = (section: XmlNode): XmlNode[] => {
  const found: XmlNode[] = [];
  const collect = (node: XmlNode): void => {
    for (const child of childrenOf(node)) {
      if (child.name === 'section' || child.name === 'author') continue;
      if (child.name === 'entryRelationship' && isAside(child)) continue;
      if (STATEMENTS.has(child.name)) found.push(child);
      collect(child);
    }
  };
  for (const entry of childrenOf(section, 'entry')) collect(entry);
  return found;
};

const linesOf = (statements: readonly XmlNode[]): string[] => statements.map(describe).filter((line) => line !== '');

export const RESULT_COLUMNS = ['Date', 'Test', 'Value', 'Flag', 'Reference range'] as const;
const RESULTS = '30954-2';

const isMeasured = (statement: XmlNode): boolean =>
  statement.name === 'observation' && !isNegated(statement) && valuesOf(statement) !== '' && !isAllergy(statement);
const measured = (statement: XmlNode): string[] => [
  joined(...childrenOf(statement, 'effectiveTime').map(timeOf)),
  codeOf(childAt(statement, 'code')),
  valuesOf(statement),
  joined(...childrenOf(statement, 'interpretationCode').map(codeOf)),
  referenceOf(statement),
];

/** What a section says that has no text of its own. */
export type Entries = {
  readonly lines: readonly string[];
  /** The results of tests, cells in the order of {@link RESULT_COLUMNS}. */
  readonly results: readonly (readonly string[])[];
};

/** What the machine-readable entries of a section say: results as rows of a table, everything else a line each. */
export const describeEntries = (section: XmlNode): Entries => {
  const statements = statementsIn(section);
  const isResults = childAt(section, 'code')?.attributes['code'] === RESULTS;
  const results = isResults ? statements.filter(isMeasured) : [];
  return { lines: linesOf(statements.filter((one) => !results.includes(one))), results: results.map(measured) };
};

const DENIAL = /\b(?:no|not|non|none|never|without|absent|negative|den(?:y|ies|ied)|refused|declined|nk[da]a?|nkda)\b/i;

/** The elements of a section's text that entries can refer to. */
const targetsIn = (text: XmlNode): ReadonlyMap<string, XmlNode> => {
  const targets = new Map<string, XmlNode>();
  const collect = (node: XmlNode): void => {
    for (const child of childrenOf(node)) {
      const id = child.attributes['ID'];
      if (id !== undefined) targets.set(`#${id}`, child);
      collect(child);
    }
  };
  collect(text);
  return targets;
};

/** What entries of a section deny and its text does not say: places in the text, and lines for what has no place. */
export type Denials = { readonly places: ReadonlySet<XmlNode>; readonly lines: readonly string[] };

/**
 * What the entries of a section deny where its text names the same thing as if it were so: who reads the text alone
 * would take the opposite for true. An entry is held against the words that it refers to, or against the whole text.
 */
export const findDenials = (section: XmlNode, text: XmlNode): Denials => {
  const negated = statementsIn(section).filter(isNegated);
  if (negated.length === 0) return { places: new Set(), lines: [] };
  const targets = targetsIn(text);
  const isDeniedAnywhere = DENIAL.test(textWithin(text));
  const places = new Set<XmlNode>();
  const unplaced = negated.filter((statement) => {
    const target = targets.get(childAt(statement, 'text', 'reference')?.attributes['value'] ?? '');
    if (target !== undefined && !DENIAL.test(textWithin(target))) places.add(target);
    return target === undefined && !isDeniedAnywhere;
  });
  return { places, lines: linesOf(unplaced) };
};
