import type { GuidelineRow, MtusCitation, StatementSide } from '../../../shared/guideline.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { Action } from '../../commands/registry.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { inOfferOrder, isInForce, withSection } from './statement-parts.ts';

type Props = {
  readonly citations: readonly MtusCitation[];
  readonly rows: readonly GuidelineRow[];
  readonly side: StatementSide;
  /** The decision's day: the edition in force then is offered first. */
  readonly day: string;
  /** Words typed on. */
  readonly change: (citations: MtusCitation[]) => void;
  readonly choose: (citations: MtusCitation[]) => void;
  readonly flush: () => void;
};

const noteOf = (row: GuidelineRow, day: string): string =>
  isInForce(row, day)
    ? 'in force'
    : row.effectiveTo === null || day < row.effectiveFrom
      ? `from ${usDate(row.effectiveFrom)}`
      : `until ${usDate(row.effectiveTo)}`;

const keyOf = ({ chapter, year }: { readonly chapter: string; readonly year: string | number }): string =>
  `${chapter} ${String(year)}`;

const sectionsHint = (row: GuidelineRow | undefined, side: StatementSide): string =>
  side === 'claims' || row?.sectionOptional === true ? 'Section(s), optional' : 'Section(s)';

type RowProps = Omit<Props, 'citations' | 'change' | 'choose'> & {
  readonly citation: MtusCitation;
  readonly index: number;
  readonly change: (part: Partial<MtusCitation>) => void;
  readonly choose: (part: Partial<MtusCitation>) => void;
  readonly remove: (() => void) | null;
};

const Row = ({ citation, index, rows, side, day, change, choose, flush, remove }: RowProps) => {
  const known = rows.find((row) => keyOf(row) === keyOf(citation));
  const typed =
    known || citation.chapter === '' ? [] : [{ id: keyOf(citation), label: keyOf(citation), note: 'as written' }];
  const options = [
    ...typed,
    ...inOfferOrder(rows, day).map((row) => ({ id: keyOf(row), label: keyOf(row), note: noteOf(row, day) })),
  ];
  const sections =
    known?.sections.map((section): Action => ({
      id: section,
      label: section,
      group: 'Sections',
      perform: () => choose({ sections: withSection(citation.sections, section) }),
    })) ?? [];
  const chooseChapter = (id: string): void => {
    const row = rows.find((one) => keyOf(one) === id);
    if (row) choose({ chapter: row.chapter, year: String(row.year) });
  };
  return (
    <li className="citation">
      <div className="citation-row">
        <div className="spread">
          <Select
            label={`Chapter ${String(index + 1)}`}
            isLabelHidden
            value={citation.chapter === '' ? null : keyOf(citation)}
            options={options}
            onChange={chooseChapter}
            placeholder="Choose a chapter"
          />
        </div>
        {remove ? <IconButton icon="close" label={`Remove chapter ${String(index + 1)}`} onPress={remove} /> : null}
      </div>
      {citation.chapter === '' ? null : (
        <div className="citation-row sections">
          <TextField
            label={`Sections of chapter ${String(index + 1)}`}
            isLabelHidden
            value={citation.sections}
            onChange={(words) => change({ sections: words })}
            onBlur={flush}
            placeholder={sectionsHint(known, side)}
          />
          {sections.length === 0 ? null : (
            <Menu
              label="Sections of the chapter"
              trigger={
                <Button variant="quiet" icon="plus" label={`Add a section of chapter ${String(index + 1)}`}>
                  Section
                </Button>
              }
              entries={sections}
            />
          )}
        </div>
      )}
    </li>
  );
};

/** The chapters that a statement cites, each with its sections; the editions in force on the day are offered first. */
export const CitationRows = ({ citations, change, choose, ...rest }: Props) => {
  const withPart = (index: number, part: Partial<MtusCitation>): MtusCitation[] =>
    citations.map((one, at) => (at === index ? { ...one, ...part } : one));
  return (
    <>
      <ul className="citation-rows">
        {citations.map((citation, index) => (
          <Row
            key={index}
            {...rest}
            citation={citation}
            index={index}
            change={(part) => change(withPart(index, part))}
            choose={(part) => choose(withPart(index, part))}
            remove={citations.length > 1 ? () => choose(citations.filter((_, at) => at !== index)) : null}
          />
        ))}
      </ul>
      <div>
        <Button
          variant="quiet"
          icon="plus"
          onPress={() => choose([...citations, { chapter: '', year: '', sections: '' }])}
        >
          Another chapter
        </Button>
      </div>
    </>
  );
};
