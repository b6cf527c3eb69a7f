import type { CaseFacts } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { COVER_FIELDS } from '../../../shared/reviewed.ts';
import type { BesidePart, FileFormat } from '../../../shared/reviewed.ts';
import { openSettings } from '../../commands/app-view.ts';
import { useActions } from '../../commands/registry.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { EditField } from '../../ui/edit-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PrintOnly } from '../../ui/print-only.tsx';
import { LetterSheets } from './letter-sheets.tsx';
import type { BesideExport } from './use-export.ts';
import { usePrintBeside } from './use-print-beside.ts';

type RowProps = {
  readonly part: BesidePart;
  readonly name: string;
  readonly note: string;
  readonly formats: readonly FileFormat[];
  readonly beside: BesideExport;
  readonly print?: () => void;
};

const FORMAT_NAMES: Readonly<Record<FileFormat, string>> = { docx: 'Word', pdf: 'PDF' };

const Row = ({ part, name, note, formats, beside, print }: RowProps) => {
  const written = beside.written[part];
  return (
    <li className="line-row beside-row">
      <span className="spread">
        {name}
        <span className="small quiet beside-note">{written ? `${written.name}, written at ${written.at}` : note}</span>
      </span>
      {formats.map((format) => (
        <Button
          key={format}
          variant="quiet"
          label={`${name} as ${FORMAT_NAMES[format]}`}
          isDisabled={beside.isRunning}
          onPress={() => void beside.run(part, format)}
        >
          {FORMAT_NAMES[format]}
        </Button>
      ))}
      {print ? (
        <Button variant="quiet" label={`Print: ${name}`} isDisabled={beside.isRunning} onPress={print}>
          Print
        </Button>
      ) : null}
    </li>
  );
};

type CoverProps = { readonly caseId: CaseId; readonly facts: CaseFacts; readonly fields: readonly string[] };

/** What the cover page asks for beyond the letter's own values. */
const CoverFields = ({ caseId, facts, fields }: CoverProps) => {
  const { run } = useCommand('case.update');
  return (
    <div className="field-pair" role="group" aria-label="Fields of the cover page">
      {fields.map((field) => (
        <EditField
          key={field}
          label={`Cover page: ${field}`}
          value={facts.coverFields[field] ?? ''}
          write={(value, from) => run({ caseId, facts: { coverFields: { [field]: value } } }, from)}
        />
      ))}
    </div>
  );
};

/** What goes out beside the letter, each by itself: the evidence behind it, the documents reviewed, the cover page. */
export const BesideSection = ({
  caseId,
  facts,
  beside,
}: {
  readonly caseId: CaseId;
  readonly facts: CaseFacts;
  readonly beside: BesideExport;
}) => {
  const { data: template } = useQueryOf('template.show', {});
  const { pages, name, print, endPrinting, isRunning } = usePrintBeside(caseId, facts.form);
  useActions([
    {
      id: 'evidence.print',
      label: 'Print the evidence report',
      menu: 'file',
      group: 'Letter',
      keywords: 'paper',
      isEnabled: !isRunning,
      perform: () => void print('evidence'),
    },
  ]);
  const typed = template?.fields.filter((field) => !COVER_FIELDS.includes(field)) ?? [];
  const messages = Object.values(beside.written).flatMap((one) => one.messages);
  return (
    <div role="group" aria-label="With it" className="stack-tight">
      <h3 className="overline">With it</h3>
      <ul className="line-list">
        <Row
          part="evidence"
          name="Evidence report"
          note="Each sentence with its page and words, for the auditor"
          formats={['docx', 'pdf']}
          beside={beside}
          print={() => void print('evidence')}
        />
        <Row
          part="documents"
          name="Documents reviewed"
          note="Kind, provider, dates, pages"
          formats={['docx', 'pdf']}
          beside={beside}
          print={() => void print('documents')}
        />
        {template ? (
          <Row part="cover" name="Cover page" note={template.name} formats={['docx']} beside={beside} />
        ) : null}
      </ul>
      {template === null ? (
        <div>
          <Button variant="quiet" onPress={() => openSettings('letter')}>
            Choose a cover page …
          </Button>
        </div>
      ) : null}
      {pages ? (
        <PrintOnly onDone={endPrinting}>
          <LetterSheets pages={pages} name={name} />
        </PrintOnly>
      ) : null}
      {typed.length > 0 ? <CoverFields caseId={caseId} facts={facts} fields={typed} /> : null}
      {messages.map((message) => (
        <Notice key={message} tone="warn">
          {message}
        </Notice>
      ))}
    </div>
  );
};
