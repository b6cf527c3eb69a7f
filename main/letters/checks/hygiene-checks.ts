import type { Letter } from '../../../shared/letter.ts';
import type { LetterCheck, Spot } from './check.ts';

type PartText = { readonly where: string; readonly text: string };

/** Every part that a person writes, by its place. */
const writtenParts = ({ organisation, guidelineLabel, header, reviewer, summary, items }: Letter): PartText[] => [
  { where: 'letter', text: organisation },
  { where: 'letter', text: guidelineLabel },
  { where: 'header.caseNumber', text: header.caseNumber },
  { where: 'reviewer.licensure', text: reviewer.licensure },
  { where: 'reviewer.specialty', text: reviewer.specialty },
  { where: 'summary', text: summary },
  ...items.flatMap((item, index) => (['heading', 'claimsGuideline', 'reviewerGuideline', 'rationale'] as const).map((part) => ({ where: `items.${String(index)}.${part}`, text: item[part] }))),
];

/** Fields in braces, brackets that tell what to put there, runs of underscores, and the usual stand-ins. */
const PLACEHOLDER =
  /\{\{?[^{}\n]{0,60}\}?\}|\[(?:\s*|_+|\.{2,}|…|x+|[A-Z]+_[A-Z_]+|(?:insert|enter|add|choose|select|fill in|your|name|date|drug|dose|body part|side|diagnosis)\b[^\][\n]{0,60})\]|<(?:insert|enter|add|choose|select|your|name|date|drug|dose|body part|side|diagnosis)\b[^<>\n]{0,40}>|_{3,}|\bX{3,}\b|\bTBD\b|\bTKTK\b|\?{3,}|\bMM[/-]DD[/-](?:YY){1,2}\b|lorem ipsum|click (?:or tap )?here to enter/giu;

const placeholders = ({ where, text }: PartText): Spot[] =>
  [...text.matchAll(PLACEHOLDER)].map(([quote]) => ({ where, quote, message: `"${quote}" is a blank that was never filled in.` }));

export const hygieneChecks: readonly LetterCheck[] = [
  { number: 41, group: 'hygiene', severity: 'block', title: 'No blank is left unfilled', run: ({ letter }) => writtenParts(letter).flatMap(placeholders) },
  {
    number: 43,
    group: 'hygiene',
    severity: 'block',
    title: "The written file's metadata is empty",
    modes: ['case', 'published-case'],
    run: ({ context: { metadata = {} } }) => Object.entries(metadata).filter(([, value]) => value.trim() !== '').map(([name, value]) => ({ where: 'letter', quote: value, message: `The file's metadata holds "${name}".` })),
  },
];
