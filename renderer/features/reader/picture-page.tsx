import { useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, MouseEvent as ReactMouseEvent, Ref } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { PageContent, Turn } from '../../../shared/page.ts';
import { pictureUrl } from '../../data/bridge.ts';
import type { Side } from '../../data/workspace-state.ts';
import { Notice } from '../../ui/notice.tsx';
import { movedCaret } from './caret-keys.ts';
import { followCaret, selectionIn, selectRange } from './dom-offsets.ts';
import type { WordRange } from './dom-offsets.ts';
import { startDrag } from './drag-words.ts';
import { FateTitles, Highlights } from './highlights.tsx';
import type { Lit } from './lit.ts';
import { PIXELS_A_POINT, sizeOnScreen, turnedBy, unturn } from '../../data/page-layout.ts';
import { useRangeOn } from './selection-state.ts';
import { TextLayer } from './text-layer.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { usePageWords, useSelectionOn } from './use-words.ts';
import { caretBox, offsetAt } from '../../data/word-boxes.ts';

type Props = {
  readonly caseId: CaseId;
  readonly page: PageContent;
  readonly side: Side;
  readonly zoom: number;
  readonly turn: Turn;
  readonly lit: readonly Lit[];
  readonly targetRef: Ref<HTMLElement>;
  readonly label: string;
};

/** The picture's address at the screen's own resolution, asked for anew only when zooming has come to rest. */
const usePicture = (caseId: CaseId, page: PageContent, width: number): string => {
  const settled = useSettled(Math.round(width * window.devicePixelRatio), 150);
  return pictureUrl(caseId, page, settled);
};

/**
 * A page as it is, with its words laid over it: they are selected by mouse or, once the page has the focus, by arrow
 * keys with Shift.
 */
export const PicturePage = ({ caseId, page, side, zoom, turn, lit, targetRef, label }: Props) => {
  const root = useRef<HTMLElement>(null);
  const words = usePageWords(page);
  useSelectionOn(root, side, page);
  const range = useRangeOn(side, page);
  const flat = sizeOnScreen(page, zoom, 0);
  const shown = sizeOnScreen(page, zoom, turn);
  const picture = usePicture(caseId, page, flat.width);
  const [failed, setFailed] = useState<string | null>(null);
  const caret = range && range.anchor === range.focus ? caretBox(words.lines, range.focus, words.reach) : null;

  const select = (next: WordRange): void => {
    if (root.current) selectRange(root.current, next);
  };
  const offsetOf = (event: MouseEvent): number | null => {
    const box = root.current?.getBoundingClientRect();
    if (!box) return null;
    const [x, y] = unturn(event.clientX - box.left, event.clientY - box.top, shown, turn);
    return offsetAt(words.lines, x / (PIXELS_A_POINT * zoom), y / (PIXELS_A_POINT * zoom), words.reach);
  };
  const press = (event: ReactMouseEvent): void => {
    const from = offsetOf(event.nativeEvent);
    if (event.button !== 0 || from === null) return;
    event.preventDefault();
    root.current?.focus({ preventScroll: true });
    startDrag({
      text: page.text,
      clicks: event.detail,
      from,
      anchor: event.shiftKey ? (range?.anchor ?? null) : null,
      offsetOf,
      select,
    });
  };
  const strike = (event: KeyboardEvent): void => {
    // As the document has it now: a key may come before the last one is drawn.
    const now = root.current && selectionIn(root.current, document.getSelection());
    const next = movedCaret({ text: page.text, ...words }, now, {
      key: event.key,
      isFar: event.ctrlKey || event.metaKey,
      isExtending: event.shiftKey,
    });
    if (next === null || event.altKey) return;
    event.preventDefault();
    select(next);
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
      className="page-face"
      aria-label={label}
      tabIndex={0}
      style={shown}
      onMouseDown={press}
      onKeyDown={strike}
      onCopy={copy}
      data-page={page.number}
    >
      <div className="turned" style={{ ...flat, transform: turnedBy(turn, shown) }}>
        <img className="page-picture" src={picture} alt="" draggable={false} onError={() => setFailed(picture)} />
        <div
          className="points"
          style={{ width: page.width, height: page.height, transform: `scale(${PIXELS_A_POINT * zoom})` }}
        >
          <Highlights words={words} lit={lit} targetRef={targetRef} />
          {caret ? (
            <span className="caret" style={{ left: caret.left, top: caret.top, height: caret.bottom - caret.top }} />
          ) : null}
          <TextLayer text={page.text} words={words.words} />
          <FateTitles words={words} lit={lit} />
        </div>
      </div>
      {failed === picture ? (
        <div className="picture-failed">
          <Notice tone="warn" title="The picture of this page could not be drawn.">
            Its text can be selected where it was found.
          </Notice>
        </div>
      ) : null}
    </article>
  );
};
