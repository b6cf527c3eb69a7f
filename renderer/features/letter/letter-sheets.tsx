import type { CSSProperties } from 'react';
import { LETTER_PAPER } from '../../../shared/letter.ts';
import type { LetterPage, PageBox, PageLine } from '../../../shared/letter.ts';
import { isSamePart, partPath } from '../../../shared/part.ts';
import { revealPart } from '../../data/workspace-state.ts';

/** Points of the paper in the sheet's own measure: one em is twelve points. */
const em = (points: number): string => `${String(points / LETTER_PAPER.bodySize)}em`;

const boxStyle = ({ left, top, width, height }: PageBox): CSSProperties => ({
  left: em(left),
  top: em(top),
  width: em(width),
  height: em(height),
});

const Line = ({ line, isFirst }: { readonly line: PageLine; readonly isFirst: boolean }) => {
  const size = line.style === 'case-block' ? LETTER_PAPER.caseBlockSize : LETTER_PAPER.bodySize;
  const style: CSSProperties = { left: `${String(line.left / size)}em`, top: `${String(line.top / size)}em` };
  const words = line.runs.map((run, index) =>
    run.bold ? <strong key={index}>{run.text}</strong> : <span key={index}>{run.text}</span>,
  );
  const look = `letter-line ${line.style}`;
  const edit = (): void => revealPart(line.part);
  return line.style === 'heading' ? (
    <h3 className={look} style={style}>
      {words}
    </h3>
  ) : (
    <p
      className={look}
      style={style}
      title={isFirst ? 'Double-click to edit' : undefined}
      onDoubleClick={edit}
      data-letter-part={partPath(line.part)}
    >
      {words}
    </p>
  );
};

const followsSamePart = ({ lines }: LetterPage, index: number): boolean => {
  const [before, line] = [lines[index - 1], lines[index]];
  return before !== undefined && line !== undefined && isSamePart(before.part, line.part);
};

type SheetProps = { readonly page: LetterPage; readonly number: number; readonly count: number };

const Sheet = ({ page, number, count }: SheetProps) => (
  <section className="letter-sheet" aria-label={`Page ${String(number)} of ${String(count)}`}>
    {page.boxes.map((box, index) => (
      <span key={index} className={`letter-box ${box.isShaded ? 'shaded' : ''}`} style={boxStyle(box)} />
    ))}
    {page.lines.map((line, index) => (
      <Line key={index} line={line} isFirst={!followsSamePart(page, index)} />
    ))}
  </section>
);

type SheetsProps = { readonly pages: readonly LetterPage[]; readonly name?: string };

/** The pages of the letter, or of what goes beside it, every line where it stands on the paper. */
export const LetterSheets = ({ pages, name = 'Final determination' }: SheetsProps) => (
  <article className="letter-pages" aria-label={name} tabIndex={0}>
    {pages.map((page, index) => (
      <Sheet key={index} page={page} number={index + 1} count={pages.length} />
    ))}
  </article>
);
