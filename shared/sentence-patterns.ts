import { z } from 'zod';

/** A sentence pattern: how it reads until it is changed, the fields that it may hold, and what it is for. */
type PatternKind = { readonly title: string; readonly usual: string; readonly fields: readonly string[] };

/** The patterns of the sentences that are put together from several facts; in the order of the summary. */
export const PATTERN_KINDS = {
  person: {
    title: 'Opening: the person and the injury',
    usual: 'The {person} is a {description} who sustained an industrial injury on {date}.',
    fields: ['person', 'description', 'date'],
  },
  diagnoses: {
    title: 'Opening: diagnoses',
    usual: 'Diagnoses have included {diagnoses}.',
    fields: ['diagnoses'],
  },
  treatment: {
    title: 'Opening: treatment to date',
    usual: 'Treatment to date has included {treatments}.',
    fields: ['treatments'],
  },
  day: { title: 'First sentence of a day', usual: 'On {date}, {statement}', fields: ['date', 'statement'] },
  findings: { title: 'Findings of a visit', usual: 'On examination, {findings}.', fields: ['findings'] },
  course: {
    title: 'A course of therapy',
    usual: 'From {from} to {to}, {visits} visits of {service} were documented{scores}.',
    fields: ['from', 'to', 'visits', 'service', 'scores'],
  },
} as const satisfies Readonly<Record<string, PatternKind>>;
export type PatternName = keyof typeof PATTERN_KINDS;

export const PATTERN_NAMES = Object.keys(PATTERN_KINDS) as PatternName[];

const FIELD = /\{([^{}]*)\}/g;

/** What is wrong with a pattern, in a sentence; empty where it holds each of its fields once and no other. */
export const patternFault = (name: PatternName, pattern: string): string => {
  const fields: readonly string[] = PATTERN_KINDS[name].fields;
  const held = [...pattern.matchAll(FIELD)].map(([, field = '']) => field);
  const [unknown, missing] = [
    held.find((field) => !fields.includes(field)),
    fields.find((field) => held.filter((other) => other === field).length !== 1),
  ];
  if (unknown !== undefined) return `There is no field {${unknown}} for this sentence.`;
  return missing === undefined ? '' : `The sentence has to hold {${missing}} once.`;
};

/** The patterns that a reviewer changed; one that is faulty or empty counts as not changed. */
export const SentencePatterns = z.partialRecord(z.enum(PATTERN_NAMES), z.string().max(300));
export type SentencePatterns = z.infer<typeof SentencePatterns>;

/** A sentence of this pattern with its fields filled. */
export const fillPattern = (
  name: PatternName,
  patterns: SentencePatterns,
  fields: Readonly<Record<string, string>>,
): string => {
  const own = patterns[name]?.trim() ?? '';
  const pattern = own === '' || patternFault(name, own) !== '' ? PATTERN_KINDS[name].usual : own;
  return pattern.replace(FIELD, (_, field: string) => fields[field] ?? '');
};
