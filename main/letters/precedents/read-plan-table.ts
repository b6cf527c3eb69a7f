import { foldSpace, Letter } from '../../../shared/letter.ts';
import { csvCells } from '../csv-cells.ts';

/** What the public table of health-plan determinations calls its columns; a table without these is none. */
const COLUMNS = ['ReferenceID', 'TreatmentCategory', 'TreatmentSubCategory', 'Determination', 'Findings'] as const;
const PROGRAMME = 'Health-plan IMR';

const folded = (name: string): string => name.toLowerCase().replace(/[^a-z]/gu, '');

/**
 * The determinations of a table of health-plan reviews (DMHC), one a row, with their outcome words as they stand; null
 * where the text is no such table.
 */
export const readPlanTable = (csv: string): Letter[] | null => {
  const [head = [], ...lines] = csvCells(csv).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const names = head.map(folded);
  const at = COLUMNS.map((column) => names.indexOf(folded(column)));
  if (at.includes(-1)) return null;
  return lines.map((cells) => {
    const [id = '', category = '', treatment = '', decision = '', findings = ''] = at.map((column) =>
      foldSpace(cells[column] ?? ''),
    );
    return Letter.parse({
      header: { caseNumber: id },
      items: [
        {
          heading: [treatment, category].filter((words) => words !== '').join(', '),
          decision,
          rationale: findings,
        },
      ],
      programme: PROGRAMME,
    });
  });
};
