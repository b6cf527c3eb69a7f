import type { Finding } from '../../../shared/check.ts';
import { findQuotations } from '../../../shared/quotation.ts';
import type { ProseMark } from '../../ui/prose-schema.ts';

/** A blank of a snippet that stands in the text and is still to be filled: `{date of the report}`. */
export type Blank = { readonly start: number; readonly end: number; readonly name: string };

/** Every blank of a text, in order. They block the export until they are filled (check 41). */
export const findBlanks = (text: string): Blank[] =>
  [...text.matchAll(/\{([^{}\n]{1,60})\}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] ?? '',
  }));

const blankMarks = (text: string): ProseMark[] =>
  findBlanks(text).map(({ start, end, name }) => ({
    id: `blank ${String(start)}`,
    start,
    end,
    look: 'block',
    title: `Blank to fill: ${name}`,
  }));

const quotationMarks = (text: string): ProseMark[] =>
  findQuotations(text).map(({ start, end }) => ({
    id: `quotation ${String(start)}`,
    start,
    end,
    look: 'quoted',
    title: 'Quoted',
  }));

const findingMarks = (text: string, findings: readonly Finding[]): ProseMark[] =>
  findings.flatMap(({ name, severity, quote, message }) => {
    const start = quote ? text.indexOf(quote) : -1;
    return start < 0 || !quote || severity === 'info'
      ? []
      : [{ id: `${name} ${String(start)}`, start, end: start + quote.length, look: severity, title: message }];
  });

/** What is drawn differently in a rationale: quotations, the words that a check objects to, and blanks. */
export const marksOf = (text: string, findings: readonly Finding[]): ProseMark[] => [
  ...quotationMarks(text),
  ...findingMarks(text, findings),
  ...blankMarks(text),
];
