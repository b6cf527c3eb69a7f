import { useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import type { FlowBlock, FlowLeaf, PageContent } from '../../../shared/page.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Side } from '../../data/workspace-state.ts';
import { movedCaret } from './caret-keys.ts';
import { followCaret, selectionIn, selectRange } from './dom-offsets.ts';
import { Leaf } from './flow-leaf.tsx';
import { KeepSelection } from './keep-selection.tsx';
import type { Lit } from './lit.ts';
import { LETTER_WIDTH, PIXELS_A_POINT } from '../../data/page-layout.ts';
import { useCaretPlace, useRangeOn } from './selection-state.ts';
import { useSelectionOn } from './use-words.ts';
import { evenReach } from '../../data/word-boxes.ts';

/** Pixels: the text of a flow page at 100 %. */
export const FLOW_TEXT = 14.5;

type Props = {
  readonly page: PageContent;
  readonly side: Side;
  readonly zoom: number;
  readonly lit: readonly Lit[];
  readonly targetRef: Ref<HTMLElement>;
  readonly label: string;
};

/** A page that came without blocks is one paragraph. */
const blocksOf = ({ blocks, text }: PageContent): readonly FlowBlock[] =>
  blocks.length > 0 ? blocks : [{ kind: 'paragraph', leaf: { start: 0, end: text.length, runs: [] } }];

const Block = ({ block, leafOf }: { readonly block: FlowBlock; readonly leafOf: (leaf: FlowLeaf) => ReactNode }) => {
  switch (block.kind) {
    case 'heading':
      return <p className={`flow-heading level-${String(Math.min(block.level, 3))}`}>{leafOf(block.leaf)}</p>;
    case 'paragraph':
      return <p>{leafOf(block.leaf)}</p>;
    case 'list-item':
      return (
        <p className="flow-item" style={{ marginLeft: `${String(1.4 * (block.depth + 1))}em` }}>
          {leafOf(block.leaf)}
        </p>
      );
    case 'table':
      return (
        <table className="flow-table">
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{leafOf(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return assertNever(block);
  }
};

/** The granularity in which the browser itself moves where lines are its own. */
const LINE_KEYS: Readonly<Record<string, readonly [direction: string, granularity: string]>> = {
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
};

/** A page of running text: its blocks as elements, with the same offsets as its text. */
export const FlowPage = ({ page, side, zoom, lit, targetRef, label }: Props) => {
  const root = useRef<HTMLElement>(null);
  useSelectionOn(root, side, page);
  const range = useRangeOn(side, page);
  const caret = useCaretPlace(side, page);

  const strike = (event: KeyboardEvent): void => {
    if (event.altKey || !root.current) return;
    // As the document has it now: a key may come before the last one is drawn.
    const now = selectionIn(root.current, document.getSelection());
    const isFar = event.ctrlKey || event.metaKey;
    const line = isFar ? undefined : LINE_KEYS[event.key];
    const next = line
      ? null
      : movedCaret({ text: page.text, lines: [], reach: evenReach }, now, {
          key: event.key,
          isFar,
          isExtending: event.shiftKey,
        });
    if (line && now) document.getSelection()?.modify(event.shiftKey ? 'extend' : 'move', ...line);
    else if (next) selectRange(root.current, next);
    else return;
    event.preventDefault();
    followCaret();
  };
  const copy = (event: ClipboardEvent): void => {
    if (!range || range.anchor === range.focus) return;
    event.clipboardData.setData(
      'text/plain',
      page.text.slice(Math.min(range.anchor, range.focus), Math.max(range.anchor, range.focus)),
    );
    event.preventDefault();
  };

  return (
    <article
      ref={root}
      className="page-face flow-page"
      aria-label={label}
      tabIndex={0}
      onKeyDown={strike}
      onCopy={copy}
      data-page={page.number}
      style={{ width: LETTER_WIDTH * PIXELS_A_POINT * zoom, fontSize: FLOW_TEXT * zoom }}
    >
      {caret ? (
        <span
          className="caret"
          style={{
            left: `${String(caret.left * 100)}%`,
            top: `${String(caret.top * 100)}%`,
            height: `${String((caret.bottom - caret.top) * 100)}%`,
          }}
        />
      ) : null}
      <KeepSelection root={root}>
        {blocksOf(page).map((block, index) => (
          <Block
            key={index}
            block={block}
            leafOf={(leaf) => <Leaf text={page.text} leaf={leaf} lit={lit} targetRef={targetRef} />}
          />
        ))}
      </KeepSelection>
    </article>
  );
};
