import type { GuidelineRow, MtusCitation } from '../../../shared/guideline.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { Action } from '../../commands/registry.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { DraftField } from '../../ui/draft-field.tsx';
import { inOfferOrder, isInForce, withSection } from './statement-parts.ts';

type Props = {
  readonly citations: readonly MtusCitation[];
  readonly rows: readonly GuidelineRow[];
  /** The decision's day: the edition in force then is offered first. */
  readonly day: string;
  readonly onChange: (citations: MtusCitation[]) => Promise<boolean>;
};

const noteOf = (row: GuidelineRow, day: string): string =>
  isInForce(row, day) ? 'in force' : row.effectiveTo === null || day < row.effectiveFrom ? `from ${usDate(row.effectiveFrom)}` : `until ${usDate(row.effectiveTo)}`;

const keyOf = ({ chapter, year }: { readonly chapter: string; readonly year: string | number }): string => `${chapter} ${String(year)}`;

type RowProps = { readonly citation: MtusCitation; readonly index: number; readonly rows: readonly GuidelineRow[]; readonly day: string; readonly change: (change: Partial<MtusCitation>) => Promise<boolean>; readonly remove: (() => void) | null };

const Row = ({ citation, index, rows, day, change, remove }: RowProps) => {
  const known = rows.find((row) => keyOf(row) === keyOf(citation));
  const typed = known || citation.chapter === '' ? [] : [{ id: keyOf(citation), label: keyOf(citation), note: 'as written' }];
  const options = [...typed, ...inOfferOrder(rows, day).map((row) => ({ id: keyOf(row), label: keyOf(row), note: noteOf(row, day) }))];
  const sections = known?.sections.map((section): Action => ({ id: section, label: section, group: 'Sections', perform: () => void change({ sections: withSection(citation.sections, section) }) })) ?? [];
  const choose = (id: string): void => {
    const row = rows.find((one) => keyOf(one) === id);
    if (row) void change({ chapter: row.chapter, year: String(row.year) });
  };
  return (
    <li className="citation-row">
      <div className="spread"><Select label={`Chapter ${String(index + 1)}`} isLabelHidden value={citation.chapter === '' ? null : keyOf(citation)} options={options} onChange={choose} placeholder="Choose a chapter" /></div>
      <div className="citation-sections">
        <DraftField label={`Sections of chapter ${String(index + 1)}`} isLabelHidden value={citation.sections} write={(text) => change({ sections: text })} placeholder={known?.sectionOptional ? 'Section(s), optional' : 'Section(s)'} />
      </div>
      <Menu label="Sections of the chapter" trigger={<IconButton icon="plus" label={`Add a section of chapter ${String(index + 1)}`} isDisabled={sections.length === 0} />} entries={sections} />
      {remove ? <IconButton icon="close" label={`Remove chapter ${String(index + 1)}`} onPress={remove} /> : null}
    </li>
  );
};

/** The chapters that a statement cites, each with its sections. */
export const CitationRows = ({ citations, rows, day, onChange }: Props) => {
  const replace = (index: number, change: Partial<MtusCitation>): Promise<boolean> => onChange(citations.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <>
      <ul className="citation-rows">
        {citations.map((citation, index) => (
          <Row key={index} citation={citation} index={index} rows={rows} day={day} change={(change) => replace(index, change)} remove={citations.length > 1 ? () => void onChange(citations.filter((_, at) => at !== index)) : null} />
        ))}
      </ul>
      <div><Button variant="quiet" icon="plus" onPress={() => void onChange([...citations, { chapter: '', year: '', sections: '' }])}>Another chapter</Button></div>
    </>
  );
};
