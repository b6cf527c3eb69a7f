import type { CaseOverview } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import type { Sentence } from '../../../shared/summary.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { openFacts } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { Fact } from '../../ui/facts.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { ExportSection } from './export-section.tsx';

const FORMS: readonly { readonly id: LetterForm; readonly title: string; readonly note: string }[] = [
  { id: '2016', title: '2016', note: 'Case block, credentials block' },
  { id: '2014', title: '2014', note: 'Specialty inside the paragraph' },
];

const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;
const counted = (count: number, one: string): string => `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;

/** The result of the whole letter, as its items make it. */
export const wholeResult = (items: readonly Pick<Item, 'decision'>[]): string => {
  const decisions = new Set(items.map(({ decision }) => decision));
  if (items.length === 0 || decisions.has(null)) return 'open';
  return decisions.size > 1 ? 'partly overturned' : decisions.has('Upheld') ? 'all upheld' : 'all overturned';
};

const partFacts = (sentences: readonly Sentence[], items: readonly Item[]): Fact[] => [
  { name: 'Clinical summary', value: `${counted(words(sentences.map(({ text }) => text).join(' ')), 'word')}, ${counted(sentences.flatMap(({ sources }) => sources).length, 'source')}` },
  ...items.map(({ heading, decision }, index): Fact => ({ name: `Item ${String(index + 1)}, ${heading.length > 34 ? `${heading.slice(0, 32).trimEnd()} …` : heading}`, value: decision ?? 'not decided', tone: decision === null ? 'block' : undefined })),
  { name: 'Whole letter', value: wholeResult(items) },
];

const pageFacts = ({ pages, pagesRead, records }: CaseOverview): Fact[] => [
  { name: 'Records', value: records },
  { name: 'Read', value: pagesRead.toLocaleString('en-US') },
  { name: 'Not read', value: (pages - pagesRead).toLocaleString('en-US'), tone: pages > pagesRead ? 'warn' : undefined },
  { name: 'All pages', value: pages.toLocaleString('en-US') },
];

/** What goes out: the form, the parts, the pages it rests on, and the export. */
export const LetterTab = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: overview } = useQueryOf('case.show', { caseId });
  const { data: findings = [] } = useQueryOf('letter.check', { caseId }, { keepsPrevious: true });
  const { data: sentences = [] } = useQueryOf('summary.show', { caseId });
  const { data: items = [] } = useQueryOf('item.list', { caseId });
  const { run: update } = useCommand('case.update');
  if (!overview) return null;
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const warnings = findings.filter(({ severity }) => severity === 'warn').length;

  return (
    <div className="work-tab letter-tab">
      <div className="row">
        <Pill tone={blocking > 0 ? 'block' : 'safe'}>{blocking > 0 ? 'Not ready' : 'Ready'}</Pill>
        <span className="quiet">{blocking > 0 ? `${String(blocking)} blocking` : 'nothing blocks the export'}{warnings > 0 ? `, ${String(warnings)} to confirm` : ''}</span>
        <span className="spread" />
        <Button variant="quiet" onPress={() => openFacts('')}>Case details</Button>
      </div>
      <RadioCards label="Form" value={overview.facts.form} cards={FORMS} onChange={(form) => void update({ caseId, facts: { form } })} />
      <div role="group" aria-label="In the letter"><h3 className="overline">In the letter</h3><Facts facts={partFacts(sentences, items)} /></div>
      <div role="group" aria-label="Pages of the file"><h3 className="overline">Pages of the file</h3><Facts facts={pageFacts(overview)} /></div>
      <ExportSection caseId={caseId} overview={overview} findings={findings} />
    </div>
  );
};
