import { useEffect } from 'react';
import type { Finding } from '../../../shared/check.ts';
import type { CaseOverview } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { DECISION_MEANINGS, Decision } from '../../../shared/item.ts';
import type { Item, ItemDraft } from '../../../shared/item.ts';
import { useDraft } from '../../data/drafts.ts';
import { useCommand } from '../../data/hooks.ts';
import { findingsOfItem } from '../../data/parts.ts';
import { useWorkspace } from '../../data/workspace-state.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Select } from '../../ui/select.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { PartFindings } from './part-findings.tsx';
import { PartialFields } from './partial-fields.tsx';
import { RationaleEditor } from './rationale-editor.tsx';
import { StatementBuilder } from './statement-builder.tsx';

type Props = { readonly caseId: CaseId; readonly overview: CaseOverview; readonly items: readonly Item[]; readonly item: Item; readonly index: number; readonly findings: readonly Finding[] };

const CARDS = Decision.options.map((id) => ({ id, title: id, note: DECISION_MEANINGS[id] }));

const Heading = ({ item, index, write }: { readonly item: Item; readonly index: number; readonly write: (heading: string) => Promise<boolean> }) => {
  const { text, change, flush } = useDraft(item.heading, write);
  return <textarea className="heading-input lead" aria-label={`Item ${String(index + 1)} as requested`} value={text} rows={1} placeholder="The item as requested" onChange={(event) => change(event.target.value)} onBlur={flush} />;
};

/** Brings a part into view when a finding points at it. */
const useReveal = (index: number): void => {
  const reveal = useWorkspace((state) => state.reveal);
  useEffect(() => {
    const [room, at, part = ''] = reveal?.where.split('.') ?? [];
    if (room !== 'items' || Number(at) !== index) return;
    const element = document.querySelector<HTMLElement>(`[data-part="${part.replace('Guideline', '')}"]`);
    element?.scrollIntoView({ block: 'center' });
    element?.querySelector<HTMLElement>('textarea, button, input, [contenteditable=true]')?.focus({ preventScroll: true });
  }, [reveal, index]);
};

/** A disputed item with the four parts that the letter prints, and what they rest on. */
export const ItemEditor = ({ caseId, overview, items, item, index, findings }: Props) => {
  const { run } = useCommand('item.edit');
  useReveal(index);
  const edit = async (change: Partial<ItemDraft>): Promise<boolean> => (await run({ caseId, id: item.id, change })).ok;
  const of = (part: string): Finding[] => findingsOfItem(findings, index, part);
  const statement = { form: overview.facts.form, decisionDate: overview.facts.header.decisionDate };
  const label = overview.facts.guidelineLabel === '' ? 'Reviewer' : overview.facts.guidelineLabel;
  const parents = [{ id: 'none', label: 'Stands by itself' }, ...items.flatMap((other, at) => (other.id === item.id ? [] : [{ id: other.id as string, label: `Follows item ${String(at + 1)}`, note: other.heading }]))];

  return (
    <div className="item-editor">
      <div data-part="heading"><Heading item={item} index={index} write={(heading) => edit({ heading })} /></div>
      <PartFindings findings={[...of('heading'), ...of('')]} />
      <div data-part="decision"><RadioCards label={`Decision on item ${String(index + 1)}`} isLabelHidden value={item.decision} cards={CARDS} onChange={(decision) => void edit({ decision })} /></div>
      <PartFindings findings={of('decision')} />
      <div data-part="claims"><StatementBuilder label="Claims Administrator guideline" side="claims" statement={item.claims} {...statement} onChange={(claims) => edit({ claims })} /></div>
      <PartFindings findings={of('claims')} />
      <div data-part="reviewer"><StatementBuilder label={`${label} guideline`} side="reviewer" statement={item.reviewer} {...statement} onChange={(reviewer) => edit({ reviewer })} /></div>
      <PartFindings findings={of('reviewer')} />
      <div data-part="rationale"><RationaleEditor rationale={item.rationale} findings={of('rationale')} write={(rationale) => edit({ rationale })} /></div>
      <PartFindings findings={of('rationale')} />
      <EvidenceList caseId={caseId} evidence={item.evidence} onChange={(evidence) => edit({ evidence })} />
      {items.length > 1 ? <Select label="Depends on" value={item.parent ?? 'none'} options={parents} onChange={(id) => void edit({ parent: items.find((other) => other.id === id)?.id ?? null })} /> : null}
      <div data-part="partial"><PartialFields item={item} onChange={edit} /></div>
      <PartFindings findings={of('partial')} />
    </div>
  );
};
