import { useEffect } from 'react';
import type { CaseFinding } from '../../../shared/check.ts';
import type { CaseOverview } from '../../../shared/case.ts';
import type { FindingName } from '../../../shared/finding-kinds.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { DECISION_MEANINGS, Decision } from '../../../shared/item.ts';
import type { Item } from '../../../shared/item.ts';
import type { ItemPart } from '../../../shared/part.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { findingsOf } from '../../data/parts.ts';
import { useWorkspace } from '../../data/workspace-state.ts';
import { EditCards } from '../../ui/edit-field.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useAddWords } from './add-words.ts';
import { Departures } from './departures.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { DECISION_KEYS } from './item-actions.ts';
import { ItemRequest } from './item-request.tsx';
import type { EditItem } from './partial-builder.tsx';
import { OutsideReason } from './outside-reason.tsx';
import { PartFindings } from './part-findings.tsx';
import { RationaleEditor } from './rationale-editor.tsx';
import { SimilarDecisions } from './similar-decisions.tsx';
import { StatementBuilder } from './statement-builder.tsx';
import { Weighing } from './weighing.tsx';

type Props = {
  readonly caseId: CaseId;
  readonly overview: CaseOverview;
  readonly items: readonly Item[];
  readonly item: Item;
  readonly index: number;
  readonly findings: readonly CaseFinding[];
};

/** The editor itself lists the blanks that are to be filled. */
const IN_EDITOR: readonly FindingName[] = ['unfilled-blank'];
const NO_WORDS: readonly string[] = [];
const CARDS = Decision.options.map((id) => ({ id, title: id, note: DECISION_MEANINGS[id], keys: DECISION_KEYS[id] }));

/** Brings a part into view when a finding points at it. */
const useReveal = (index: number): void => {
  const reveal = useWorkspace((state) => state.reveal);
  useEffect(() => {
    if (reveal?.part.kind !== 'item' || reveal.part.item !== index) return;
    const element = document.querySelector<HTMLElement>(`[data-part="${reveal.part.name}"]`);
    element?.scrollIntoView({ block: 'center' });
    element
      ?.querySelector<HTMLElement>('textarea, button, input, [contenteditable=true]')
      ?.focus({ preventScroll: true });
  }, [reveal, index]);
};

const namesOf = (numbers: readonly number[]): string =>
  numbers.length === 1
    ? `Item ${String(numbers[0])} follows`
    : `Items ${numbers.slice(0, -1).join(', ')} and ${String(numbers.at(-1))} follow`;

/** Which item this one follows, and which follow it: a decision here decides those too. */
const Dependence = ({ items, item }: { readonly items: readonly Item[]; readonly item: Item }) => {
  const parent = items.findIndex(({ id }) => id === item.parent);
  const followers = items.flatMap((other, at) => (other.parent === item.id ? [at + 1] : []));
  if (parent < 0 && followers.length === 0) return null;
  const above = items[parent]?.decision;
  return (
    <p className="small quiet">
      {parent >= 0 ? `Stands or falls with item ${String(parent + 1)}, which is ${above ?? 'not decided yet'}. ` : ''}
      {followers.length > 0 ? `${namesOf(followers)} this decision.` : ''}
    </p>
  );
};

/** A disputed item with the four parts that the letter prints, and what they rest on. */
export const ItemEditor = ({ caseId, overview, items, item, index, findings }: Props) => {
  const { run } = useCommand('item.edit');
  const addWords = useAddWords(caseId, item.id);
  const { data: offered } = useQueryOf('item.suggest', { caseId, id: item.id }, { keepsPrevious: true });
  useReveal(index);
  const today = useToday();
  const edit: EditItem = (change, from) => run({ caseId, id: item.id, change }, from);
  const of = (name: ItemPart['name']): CaseFinding[] => findingsOf(findings, { kind: 'item', item: index, name });
  const statement = {
    form: overview.facts.form,
    caseId,
    itemId: item.id,
    outside: (
      <OutsideReason
        day={overview.facts.header.decisionDate || today}
        reason={item.outsideReason}
        offered={offered?.outsideReasons ?? NO_WORDS}
        write={(outsideReason, from) => edit({ outsideReason }, from)}
        onTake={(reason) => void addWords(reason, { outsideReason: reason })}
      />
    ),
  };
  const label = overview.facts.guidelineLabel === '' ? 'Reviewer' : overview.facts.guidelineLabel;

  return (
    <div className="item-editor">
      <ItemRequest caseId={caseId} items={items} item={item} index={index} edit={edit} />
      <PartFindings caseId={caseId} findings={of('heading')} />
      <div data-part="decision" className="stack-tight">
        <EditCards
          label={`Decision on item ${String(index + 1)}`}
          isLabelHidden
          value={item.decision}
          cards={CARDS}
          write={(decision, from) => edit({ decision }, from)}
        />
        <Dependence items={items} item={item} />
      </div>
      <PartFindings caseId={caseId} findings={of('decision')} />
      <Departures caseId={caseId} item={item} />
      <div data-part="claimsGuideline">
        <StatementBuilder
          label="Claims Administrator guideline"
          side="claims"
          statement={item.claims}
          {...statement}
          write={(claims, from) => edit({ claims }, from)}
        />
      </div>
      <PartFindings caseId={caseId} findings={of('claimsGuideline')} />
      <div data-part="reviewerGuideline">
        <StatementBuilder
          label={`${label} guideline`}
          side="reviewer"
          statement={item.reviewer}
          {...statement}
          write={(reviewer, from) => edit({ reviewer }, from)}
        />
      </div>
      <PartFindings caseId={caseId} findings={of('reviewerGuideline')} />
      <Weighing
        item={item}
        isAsked={of('rationale').some(({ name }) => name === 'unweighed-evidence')}
        write={(worksheet, from) => edit({ worksheet }, from)}
        onTake={(words) => void addWords(words)}
      />
      <div data-part="rationale">
        <RationaleEditor
          caseId={caseId}
          item={item}
          findings={of('rationale')}
          suggestions={offered}
          write={(rationale, from) => edit({ rationale }, from)}
        />
      </div>
      <PartFindings caseId={caseId} findings={of('rationale').filter(({ name }) => !IN_EDITOR.includes(name))} />
      <EvidenceList caseId={caseId} item={item} />
      <SimilarDecisions caseId={caseId} item={item} />
    </div>
  );
};
