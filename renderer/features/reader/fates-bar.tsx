import type { CaseId } from '../../../shared/ids.ts';
import type { PageContent } from '../../../shared/page.ts';
import { LEFT_OUT_WORDS } from '../../../shared/page-fate.ts';
import type { FateCount, PageFate } from '../../../shared/page-fate.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { placeOf, showFates, useWorkspace } from '../../data/workspace-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { useRangeOn } from './selection-state.ts';
import { useFates } from './use-fates.ts';
import { wordFate } from './word-fate.ts';

const FATES = [
  ['fact', 'facts'],
  ['folded', 'folded'],
  ['left-out', 'left out'],
] as const satisfies readonly (readonly [PageFate['fate'], string])[];

const linesOf = ({ facts, folded, leftOut }: FateCount): Readonly<Record<PageFate['fate'], number>> => ({
  fact: facts,
  folded,
  'left-out': Object.values(leftOut).reduce((sum, lines) => sum + lines, 0),
});

const LONGEST = 70;
const short = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
};

type ShownProps = { readonly page: PageContent; readonly fates: readonly PageFate[]; readonly lines: FateCount };

/** What was left out of a page, each with its reason: for whoever does not point with a mouse. */
const LeftOut = ({ page, fates }: Omit<ShownProps, 'lines'>) => (
  <details className="fates-list">
    <summary>Why left out</summary>
    <ul aria-label="What was left out, and why" tabIndex={0}>
      {fates
        .filter(({ fate }) => fate === 'left-out')
        .map((fate) => (
          <li key={fate.start}>
            <q>{short(page.text.slice(fate.start, fate.end))}</q>{' '}
            {fate.rule === null ? null : LEFT_OUT_WORDS[fate.rule]}
          </li>
        ))}
    </ul>
  </details>
);

const Shown = ({ page, fates, lines }: ShownProps) => {
  const side = useWorkspace((state) => state.side);
  const range = useRangeOn(side, page);
  const here = range && fates.find(({ start, end }) => range.focus >= start && range.focus <= end);
  const counts = linesOf(lines);
  return (
    <>
      <ul className="fates-legend" aria-label="Lines of this page">
        {FATES.map(([fate, words]) => (
          <li key={fate}>
            <span className={`fates-sample lit fate-${fate}`} aria-hidden="true" />
            {counts[fate]} {words}
          </li>
        ))}
      </ul>
      <p className="spread ellipsis" role="status">
        {here ? wordFate(here) : ''}
      </p>
      {counts['left-out'] > 0 ? <LeftOut page={page} fates={fates} /> : null}
    </>
  );
};

const Bar = ({ caseId }: { readonly caseId: CaseId }) => {
  const side = useWorkspace((state) => state.side);
  const place = useWorkspace((state) => placeOf(state.trails[state.side]));
  const number = useWorkspace((state) => state.shown[side]);
  const { data: rows } = useQueryOf('page.list', place === null ? { caseId } : { caseId, recordId: place.record }, {
    isEnabled: place !== null,
  });
  const row = rows?.[number - 1];
  const { data: page } = useQueryOf(
    'page.show',
    { caseId, pageId: row?.id ?? ('' as PageContent['id']) },
    { isEnabled: row !== undefined },
  );
  const answer = useFates(caseId, place && { record: place.record, page: number });
  return (
    <section className="fates-bar" aria-label="What became of each line">
      {answer && page ? <Shown page={page} {...answer} /> : <p className="spread" />}
      <IconButton icon="close" label="Stop tinting" onPress={() => showFates(false)} />
    </section>
  );
};

/** Over the pages while they are tinted: what the tints mean, how many lines they are, and why words were left out. */
export const FatesBar = ({ caseId }: { readonly caseId: CaseId }) => {
  const isTinted = useWorkspace((state) => state.showsFates);
  return isTinted ? <Bar caseId={caseId} /> : null;
};
