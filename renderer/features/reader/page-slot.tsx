import { useEffect, useRef } from 'react';
import type { CSSProperties, Ref } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { PageContent, PageRow, Turn } from '../../../shared/page.ts';
import type { Action } from '../../commands/registry.ts';
import { useCitations } from '../../data/citations.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { pageKey, useWorkspace } from '../../data/workspace-state.ts';
import type { Side, Words } from '../../data/workspace-state.ts';
import { Notice } from '../../ui/notice.tsx';
import { FlowPage } from './flow-page.tsx';
import { litOn } from './lit.ts';
import { LETTER_HEIGHT, LETTER_WIDTH, sizeOnScreen } from '../../data/page-layout.ts';
import { PageNote } from './page-note.tsx';
import { PicturePage } from './picture-page.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useRangeOn } from './selection-state.ts';
import { useFates } from './use-fates.ts';
import { useDifferingWords } from './use-differences.ts';
import { useHasStayed } from '../../ui/use-settled.ts';

export type PageLook = {
  readonly caseId: CaseId;
  readonly side: Side;
  readonly zoom: number;
  readonly turn: Turn;
  readonly actions: readonly Action[];
};
type SlotProps = PageLook & { readonly row: PageRow; readonly count: number; readonly target: Words | null };
type FaceProps = PageLook & { readonly page: PageContent; readonly count: number; readonly target: Words | null };

const NONE: readonly never[] = [];

/** Brings the words that were jumped to into the middle of the view, once for each jump. */
const useTarget = (target: Words | null): Ref<HTMLElement> => {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (target === null) return undefined;
    const frame = requestAnimationFrame(() => ref.current?.scrollIntoView({ block: 'center', inline: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return ref;
};

const hasDrifted = (target: Words | null, { text }: PageContent): boolean =>
  target !== null && target.quote !== null && text.slice(target.start, target.end) !== target.quote;

/** A page that is there, with everything that is lit on it. */
const PageFace = ({ page, count, target, actions, ...look }: FaceProps) => {
  const key = pageKey(page.record, page.number);
  const citations = useCitations(look.caseId, page.record, page.number);
  const entry = useWorkspace((state) => state.entry);
  const visit = useWorkspace((state) => state.visit);
  const isCited = useWorkspace((state) => state.showsCitations);
  const matches = useWorkspace((state) => state.matches.get(key));
  const selected = useRangeOn(look.side, page);
  const targetRef = useTarget(target);
  const differing = useDifferingWords(look.caseId, page);
  const fates = useFates(look.caseId, { record: page.record, page: page.number })?.fates;
  const lit = litOn({
    citations: isCited ? citations : NONE,
    pointed: { entry, visit },
    matches: matches ?? NONE,
    target,
    selected,
    differing,
    fates: fates ?? NONE,
  });
  const props = { ...look, page, lit, targetRef, label: `Page ${String(page.number)} of ${String(count)}` };
  return (
    <>
      {hasDrifted(target, page) ? (
        <Notice tone="warn" title="The cited words no longer stand here." isLive>
          The citation says “{target?.quote}”. The place where it was is lit.
        </Notice>
      ) : null}
      {page.kind === 'flow' ? <FlowPage {...props} /> : <PicturePage {...props} />}
      <SelectionBar side={look.side} page={page} actions={actions} />
    </>
  );
};

/** A flow page is as high as its words; until they are there, as high as a sheet. */
const paperSize = (row: PageRow, { zoom, turn }: PageLook, isThere: boolean): CSSProperties => {
  if (row.kind === 'picture') return sizeOnScreen(row, zoom, turn);
  return isThere ? {} : sizeOnScreen({ width: LETTER_WIDTH, height: LETTER_HEIGHT }, zoom, 0);
};

/** One page in its place in the scroll, asked for only when it has stayed in view for a moment. */
export const PageSlot = ({ row, count, ...rest }: SlotProps) => {
  const hasStayed = useHasStayed(40);
  const { data: page, error } = useQueryOf(
    'page.show',
    { caseId: rest.caseId, pageId: row.id },
    { isEnabled: hasStayed },
  );
  return (
    <div className="paper-slot">
      <div className={`paper ${row.kind}`} data-paper style={paperSize(row, rest, page !== undefined)}>
        {page ? <PageFace {...rest} page={page} count={count} /> : null}
        {error ? (
          <Notice tone="block" title={`Page ${String(row.number)} cannot be shown.`}>
            {error.message}
          </Notice>
        ) : null}
      </div>
      <PageNote row={row} count={count} />
    </div>
  );
};
