import { editionName } from '../../../shared/guideline.ts';
import type { GuidelineRow, MtusCitation, StatementSide } from '../../../shared/guideline.ts';
import type { Action } from '../../commands/registry.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { byName, editionOf, standingInWords, withSection } from './statement-parts.ts';
import type { Edition } from './statement-parts.ts';

type Props = {
  readonly citations: readonly MtusCitation[];
  /** Those in force first. */
  readonly editions: readonly Edition[];
  readonly side: StatementSide;
  /** The last of the days by which the editions were told. */
  readonly day: string;
  /** Words typed on. */
  readonly change: (citations: MtusCitation[]) => void;
  readonly choose: (citations: MtusCitation[]) => void;
  readonly flush: () => void;
};

const sectionsHint = (row: GuidelineRow | undefined, side: StatementSide): string =>
  side === 'claims' || row?.sectionOptional === true ? 'Section(s), optional' : 'Section(s)';

type RowProps = Omit<Props, 'citations' | 'change' | 'choose'> & {
  readonly citation: MtusCitation;
  readonly index: number;
  readonly change: (part: Partial<MtusCitation>) => void;
  readonly choose: (part: Partial<MtusCitation>) => void;
  readonly remove: (() => void) | null;
};

const Row = ({ citation, index, editions, side, day, change, choose, flush, remove }: RowProps) => {
  const known = editionOf(editions, citation);
  const own = `${citation.chapter} ${citation.year}`.trim();
  const typed = known || citation.chapter === '' ? [] : [{ id: own, label: own, note: 'as written' }];
  const options = [
    ...typed,
    ...byName(editions).map((edition) => ({
      id: edition.row.id,
      label: editionName(edition.row),
      note: standingInWords(edition, day),
    })),
  ];
  const sections =
    known?.row.sections.map((section): Action => ({
      id: section,
      label: section,
      group: 'Sections',
      perform: () => choose({ sections: withSection(citation.sections, section) }),
    })) ?? [];
  const chooseChapter = (id: string): void => {
    const row = editions.find((edition) => edition.row.id === id)?.row;
    if (row) choose({ chapter: row.chapter, year: row.year === null ? '' : String(row.year) });
  };
  return (
    <li className="citation">
      <div className="citation-row">
        <div className="spread">
          <Select
            label={`Chapter ${String(index + 1)}`}
            isLabelHidden
            value={citation.chapter === '' ? null : (known?.row.id ?? own)}
            options={options}
            onChange={chooseChapter}
            placeholder="Choose a chapter"
          />
        </div>
        {remove ? <IconButton icon="close" label={`Remove chapter ${String(index + 1)}`} onPress={remove} /> : null}
      </div>
      {citation.chapter === '' || (citation.year !== '' && known) ? null : (
        <TextField
          label={`Year of the edition of chapter ${String(index + 1)}`}
          value={citation.year}
          onChange={(year) => change({ year: year.replace(/\D/gu, '').slice(0, 4) })}
          onBlur={flush}
          description={known ? 'No source gives it: look it up in the guideline, or leave the chapter out.' : undefined}
        />
      )}
      {citation.chapter === '' ? null : (
        <div className="citation-row sections">
          <TextField
            label={`Sections of chapter ${String(index + 1)}`}
            isLabelHidden
            value={citation.sections}
            onChange={(words) => change({ sections: words })}
            onBlur={flush}
            placeholder={sectionsHint(known?.row, side)}
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

/** The chapters that a statement cites, each with its sections; the editions in force are offered first. */
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
