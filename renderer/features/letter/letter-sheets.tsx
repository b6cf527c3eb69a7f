import type { LetterBlock } from '../../../shared/letter.ts';

const Runs = ({ block }: { readonly block: LetterBlock }) => block.runs.map((run, index) => (run.bold ? <strong key={index}>{run.text}</strong> : <span key={index}>{run.text}</span>));

/** Case-block paragraphs stand together; everything else by itself. */
const grouped = (blocks: readonly LetterBlock[]): LetterBlock[][] =>
  blocks.reduce<LetterBlock[][]>((groups, block) => {
    const last = groups.at(-1);
    if (block.style === 'case-block' && last?.[0]?.style === 'case-block') return [...groups.slice(0, -1), [...last, block]];
    return [...groups, [block]];
  }, []);

const Paragraph = ({ block }: { readonly block: LetterBlock }) =>
  block.style === 'heading' ? <h3 className="letter-heading"><Runs block={block} /></h3> : <p className={`letter-${block.style}`} data-letter-part={block.part}><Runs block={block} /></p>;

/** The letter's paragraphs in their order, as the file will hold them. */
export const LetterSheets = ({ blocks }: { readonly blocks: readonly LetterBlock[] }) => (
  <article className="letter-sheet" aria-label="Final determination" tabIndex={0}>
    {grouped(blocks).map((group, index) => (group[0]?.style === 'case-block'
      ? <div key={index} className="letter-block">{group.map((block, at) => <p key={at}><Runs block={block} /></p>)}</div>
      : group.map((block) => <Paragraph key={index} block={block} />)))}
  </article>
);
