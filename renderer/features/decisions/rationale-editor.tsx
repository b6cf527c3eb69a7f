import type { Finding } from '../../../shared/check.ts';
import { useDraft } from '../../data/drafts.ts';
import { ProseEditor } from '../../ui/prose-editor.tsx';
import type { ProseMark } from '../../ui/prose-schema.ts';
import { useMemo } from 'react';

type Props = { readonly rationale: string; readonly findings: readonly Finding[]; readonly write: (text: string) => Promise<boolean> };

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** The words that a finding quotes, where they stand. */
const marksOf = (text: string, findings: readonly Finding[]): ProseMark[] =>
  findings.flatMap(({ check, severity, quote, message }) => {
    const start = quote ? text.indexOf(quote) : -1;
    return start < 0 || !quote || severity === 'info' ? [] : [{ id: `${String(check)} ${String(start)}`, start, end: start + quote.length, look: severity, title: message }];
  });

/** The rationale as the letter will print it; what a check objects to is marked in it. */
export const RationaleEditor = ({ rationale, findings, write }: Props) => {
  const { text, change, flush } = useDraft(rationale, write);
  const marks = useMemo(() => marksOf(text, findings), [text, findings]);
  return (
    <div role="group" aria-label="Decision rationale">
      <h3 className="field-label row"><span className="spread">Decision rationale</span><span>{countWords(text)} words</span></h3>
      <ProseEditor label="Decision rationale" value={text} onChange={change} onBlur={flush} marks={marks} placeholder="Why the item is or is not medically necessary, from the facts of the case and the guideline." />
    </div>
  );
};
