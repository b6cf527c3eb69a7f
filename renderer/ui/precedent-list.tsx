import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import { usShortDate } from '../../shared/partial-date.ts';
import type { SimilarPrecedent } from '../../shared/precedent.ts';
import { Icon } from './icon.tsx';
import { Pill } from './pill.tsx';

const Row = ({ found: { precedent, similarity } }: { readonly found: SimilarPrecedent }) => (
  <li>
    <Disclosure className="precedent">
      <AriaButton slot="trigger" className="precedent-head">
        <span className="spread precedent-words">
          <span className="precedent-name">{precedent.heading}</span>
          <span className="small quiet">
            {precedent.isOwn ? 'yours · ' : ''}
            {precedent.programme === '' ? '' : `${precedent.programme} · `}
            {precedent.caseNumber}
            {precedent.decisionDate === '' ? '' : ` · ${usShortDate(precedent.decisionDate)}`}
            {similarity > 0 ? ` · ${String(Math.round(similarity * 100))} % alike` : ''}
          </span>
        </span>
        <Pill tone="accent">{precedent.outcome || precedent.decision}</Pill>
        <Icon name="down" size={14} />
      </AriaButton>
      <DisclosurePanel className="precedent-panel">
        <p className="printed-words">
          <strong>Guideline:</strong> {precedent.reviewerGuideline}
        </p>
        <p className="printed-words">
          <strong>Decision rationale:</strong> {precedent.rationale}
        </p>
      </DisclosurePanel>
    </Disclosure>
  </li>
);

/** Earlier decisions, each with its outcome; opened, with its guideline and rationale. */
export const PrecedentList = ({
  label,
  found,
}: {
  readonly label: string;
  readonly found: readonly SimilarPrecedent[];
}) => (
  <ul className="line-list" aria-label={label}>
    {found.map((one) => (
      <Row key={one.precedent.id} found={one} />
    ))}
  </ul>
);
