import type { Line } from './read-lines.ts';
import type { SectionKind } from './heading-words.ts';
import { headingOf, type Heading } from './section-headings.ts';

/** Part of a line that belongs to a section. */
export type Piece = {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly startsParagraph: boolean;
};

/** A run of content under one heading; `heading` is as printed, empty before the first one. */
export type Section = { readonly kind: SectionKind; readonly heading: string; readonly pieces: readonly Piece[] };

type Draft = { kind: SectionKind; heading: string; pieces: Piece[] };

const INSTRUCTION_START = /^\((?:include|list|describe|state|give|use|specify|check|if|required|e\.g|see|attach)\b/i;

const pieceFrom = (line: Line, from: number, startsParagraph: boolean): Piece | null => {
  const rest = line.text.slice(from);
  const skipped = from + (rest.length - rest.trimStart().length);
  return rest.trim() === ''
    ? null
    : { page: line.page, start: line.start + skipped, end: line.end, text: line.text.slice(skipped), startsParagraph };
};

const isUnclosed = (heading: string): boolean => heading.split('(').length > heading.split(')').length;

/** A marked choice about work is the work status wherever a form prints it. */
const MARKED_WORK =
  /^(?:\[\s?[xX✓]\s?\]|\(\s?[xX]\s?\)|[☒☑✓✔])\s*.{0,30}\b(?:return(?:ed)? to|off[- ]work|modified|light|full duty|regular (?:duty|work)|disab|restrict)/i;

/** Whether the line still belongs to an instruction in brackets that began on a line before. */
const staysOpen = (isOpen: boolean, text: string): boolean =>
  isOpen ? !text.includes(')') : INSTRUCTION_START.test(text) && !text.includes(')');

const INLINE =
  /(?<=[.;)]\s+)(?:(?:assessment|impression|diagnos[ei]s|objective(?: findings)?|subjective(?: complaints)?|work status|medications|current medications|allergies|(?:treatment )?plan|recommendations?|physical exam(?:ination)?|exam|work restrictions?)\s*:\s+|[SOAP]\s?:\s+)/gi;

/** A line cut before each heading that stands inside it, behind the end of a sentence. */
const cutInside = (line: Line): Line[] => {
  if (line.print !== null || !line.text.includes(':')) return [line];
  const cuts = [...line.text.matchAll(INLINE)]
    .filter(([words]) => /^[A-Z]/.test(words))
    .map(({ index }) => index)
    .filter((at) => at > 0);
  if (cuts.length === 0) return [line];
  return [0, ...cuts].map((from, at) => {
    const text = line.text.slice(from, cuts[at]).trimEnd();
    return { ...line, start: line.start + from, end: line.start + from + text.length, text };
  });
};

/**
 * Lines under their headings, in order; noise, headings and printed instructions left out. Content before the first
 * heading is a section of kind `initial`.
 */
export const splitSections = (lines: readonly Line[], initial: SectionKind = 'narrative'): Section[] => {
  const sections: Draft[] = [{ kind: initial, heading: '', pieces: [] }];
  let isInstruction = false;
  let afterBlank = true;
  for (const line of lines.flatMap(cutInside)) {
    const heading: Heading | null = isInstruction ? null : headingOf(line.text);
    if (heading !== null)
      sections.push({ kind: heading.kind, heading: line.text.slice(0, heading.length), pieces: [] });
    else if (MARKED_WORK.test(line.text) && sections.at(-1)?.kind !== 'work-status')
      sections.push({ kind: 'work-status', heading: '', pieces: [] });
    const rest = line.text.slice(heading?.length ?? 0).trim();
    const wasInstruction = isInstruction || INSTRUCTION_START.test(rest);
    isInstruction =
      staysOpen(isInstruction, rest) || (heading !== null && isUnclosed(line.text.slice(0, heading.length)));
    if (line.text === '' || line.print !== null) afterBlank = true;
    if (line.print !== null || rest === '' || wasInstruction) continue;
    const piece = pieceFrom(line, heading?.length ?? 0, afterBlank || heading !== null);
    if (piece !== null) sections.at(-1)?.pieces.push(piece);
    afterBlank = false;
  }
  return sections.filter(({ pieces }) => pieces.length > 0);
};
