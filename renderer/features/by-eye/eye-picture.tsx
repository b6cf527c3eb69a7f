import { useEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { Toolbar } from 'react-aria-components';
import type { CaseId } from '../../../shared/ids.ts';
import type { PageContent, Turn } from '../../../shared/page.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { pictureUrl } from '../../data/bridge.ts';
import {
  clampZoom,
  PIXELS_A_POINT,
  sizeOnScreen,
  stepZoom,
  turnedBy,
  turnRight,
  unturn,
  zoomToFit,
} from '../../data/page-layout.ts';
import { boxesOfRange, lineEnds, linesOf, offsetAt, wordsOf } from '../../data/word-boxes.ts';
import type { Box } from '../../data/word-boxes.ts';
import { openPage } from '../../data/workspace-state.ts';
import { ActionIcon, Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useSize } from '../../ui/use-size.ts';

type Props = {
  readonly caseId: CaseId;
  readonly page: PageContent;
  readonly name: string;
  /** The offset of the page's text that is being worked on; its line is lit. */
  readonly caret: number | null;
  /** Someone pointed at the words here. */
  readonly onPoint: (offset: number) => void;
};

type Look = { readonly zoom: number; readonly turn: Turn };

/** The line that is being worked on, kept in view. */
const LitLine = ({ box: { left, top, right, bottom } }: { readonly box: Box }) => {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => mark.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [left, top]);
  return (
    <div
      ref={mark}
      className="eye-line"
      style={{ left: left - 3, top: top - 3, width: right - left + 6, height: bottom - top + 6 }}
    />
  );
};

const Picture = ({ caseId, page, caret, onPoint, zoom, turn }: Omit<Props, 'name'> & Look) => {
  const lines = useMemo(() => linesOf(wordsOf(page.words)), [page.words]);
  const flat = sizeOnScreen(page, zoom, 0);
  const shown = sizeOnScreen(page, zoom, turn);
  const source = pictureUrl(caseId, page, useSettled(Math.round(flat.width * window.devicePixelRatio), 150));
  const [failed, setFailed] = useState<string | null>(null);
  const [line] = caret === null || lines.length === 0 ? [] : boxesOfRange(lines, ...lineEnds(lines, caret));

  const point = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = unturn(event.clientX - box.left, event.clientY - box.top, shown, turn);
    const offset = offsetAt(lines, x / (PIXELS_A_POINT * zoom), y / (PIXELS_A_POINT * zoom));
    if (offset !== null) onPoint(offset);
  };
  return (
    <div className="paper eye-paper" style={shown} onClick={point} role="presentation">
      <div className="turned" style={{ ...flat, transform: turnedBy(turn, shown) }}>
        <img
          className="page-picture"
          src={source}
          alt={`Picture of page ${String(page.number)}`}
          draggable={false}
          onError={() => setFailed(source)}
        />
        <div
          className="points"
          style={{ width: page.width, height: page.height, transform: `scale(${String(PIXELS_A_POINT * zoom)})` }}
        >
          {line ? <LitLine box={line} /> : null}
        </div>
      </div>
      {failed === source ? (
        <div className="picture-failed">
          <Notice tone="warn" title="The picture of this page could not be drawn.">
            The original can be taken out of the record’s details and opened elsewhere.
          </Notice>
        </div>
      ) : null}
    </div>
  );
};

/** The page as it came, large enough to be read, with the line that is being worked on lit. */
export const EyePicture = ({ name, ...props }: Props) => {
  const { page } = props;
  const [ref, room] = useSize();
  const [zoomed, setZoomed] = useState<number | null>(null);
  const [turn, setTurn] = useState<Turn>(0);
  const zoom = clampZoom(zoomed ?? zoomToFit([page], room, turn, 'width'));
  const action = (id: string, label: string, keys: readonly string[], perform: () => void): Action => ({
    id: `eye.${id}`,
    label,
    group: 'Read by eye',
    keys,
    pane: 'by-eye',
    perform,
  });
  const actions = {
    out: action('zoom-out', 'Zoom out', ['-'], () => setZoomed(stepZoom(zoom, -1))),
    in: action('zoom-in', 'Zoom in', ['+', '='], () => setZoomed(stepZoom(zoom, 1))),
    fit: action('fit', 'Fit width', ['W'], () => setZoomed(null)),
    rotate: action('rotate', 'Rotate', ['R'], () => setTurn(turnRight)),
    reader: action('reader', 'Show in the reader', ['O'], () => openPage(page.record, page.number)),
  };
  useActions(Object.values(actions));
  return (
    <section className="pane eye-desk" data-pane="by-eye" aria-label="Picture of the page" tabIndex={-1}>
      <Toolbar className="pane-header reader-toolbar" aria-label="Picture of the page">
        <h2 className="ellipsis strong eye-title">{name}</h2>
        <span className="spread" />
        <ActionIcon action={actions.out} icon="minus" />
        <Button
          variant="quiet"
          onPress={actions.fit.perform}
          label={`Zoom ${String(Math.round(zoom * 100))} percent; fit width`}
        >
          {Math.round(zoom * 100)} %
        </Button>
        <ActionIcon action={actions.in} icon="plus" />
        <ActionIcon action={actions.rotate} icon="rotate" />
        <ActionIcon action={actions.reader} icon="file" />
      </Toolbar>
      <div
        className="eye-scroll"
        ref={ref}
        data-scroll
        tabIndex={0}
        role="group"
        aria-label={`Page ${String(page.number)}, picture`}
      >
        {page.kind === 'flow' ? (
          <EmptyState icon="file" title="This page has no picture">
            Its words came from a text file and not from a scan.
          </EmptyState>
        ) : null}
        {page.kind === 'picture' && room.width > 0 ? <Picture {...props} zoom={zoom} turn={turn} /> : null}
      </div>
    </section>
  );
};
