import type { DocumentFacts, DocumentRow } from '../../../shared/document.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { RECORD_KIND_NAMES, RecordKind } from '../../../shared/record.ts';
import type { MadeFrom } from '../../data/edit-keeper.ts';
import { useCommand, useJob, useQueryOf } from '../../data/hooks.ts';
import { openDetails, useWorkspace } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EditChoice, EditField } from '../../ui/edit-field.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { useSaveOriginal } from './use-save-original.ts';

const KINDS = RecordKind.options.map((id) => ({ id, label: RECORD_KIND_NAMES[id] }));

type Props = { readonly caseId: CaseId; readonly record: DocumentRow };

const FileFacts = ({ caseId, record }: Props) => {
  const { data: files } = useQueryOf('record.list', { caseId });
  const file = files?.find(({ id }) => id === record.file);
  const size = file === undefined ? '' : `, ${file.size.toLocaleString('en-US')} bytes`;
  return (
    <Facts
      facts={[
        { name: 'File', value: <span className="ledger-name">{record.fileName}</span> },
        { name: 'Format', value: `${record.fileKind.toUpperCase()}${size}` },
        {
          name: 'Pages',
          value: `${String(record.first)} to ${String(record.last)} of ${String(file?.pages ?? record.last)}, ${String(record.pagesRead)} read`,
        },
        ...(record.pagesNeedingOcr > 0
          ? [{ name: 'Pages that need OCR', value: record.pagesNeedingOcr, tone: 'warn' as const }]
          : []),
        ...(record.confidence === null
          ? []
          : [{ name: 'Least OCR confidence', value: `${String(Math.round(record.confidence))} %` }]),
        { name: 'Why it begins here', value: record.reason },
        { name: 'SHA-256 of the file', value: <span className="ledger-name small">{file?.sha256 ?? ''}</span> },
      ]}
    />
  );
};

const Fields = ({ caseId, record }: Props) => {
  const { run } = useCommand('document.edit');
  const write = (change: Partial<DocumentFacts>, from: MadeFrom) => run({ caseId, id: record.id, change }, from);
  return (
    <>
      <EditField label="Title" value={record.title} write={(title, from) => write({ title }, from)} autoFocus />
      <div className="field-pair">
        <EditChoice
          value={record.kind}
          write={(kind, from) => write({ kind }, from)}
          inWords={(kind) => RECORD_KIND_NAMES[kind]}
        >
          {({ value, choose }) => <Select label="Kind" value={value} options={KINDS} onChange={choose} />}
        </EditChoice>
        <EditChoice
          value={record.date ?? ''}
          write={(date, from) => write({ date: date === '' ? null : date }, from)}
          inWords={usDate}
        >
          {({ value, choose }) => <DateField label="Date" value={value} onChange={choose} isPartial />}
        </EditChoice>
      </div>
      <EditField label="Provider" value={record.provider} write={(provider, from) => write({ provider }, from)} />
      <FileFacts caseId={caseId} record={record} />
      {record.messages.map((message) => (
        <Notice key={message} tone="warn">
          {message}
        </Notice>
      ))}
    </>
  );
};

const Footer = ({ caseId, record, close }: Props & { readonly close: () => void }) => {
  const { save, isSaving } = useSaveOriginal(caseId);
  const { start, job } = useJob('document.propose');
  const propose = async (): Promise<void> => {
    const reply = await start({ caseId, recordId: record.file }, `Looking for records in ${record.fileName}`);
    if (!reply.ok) return;
    const { documents } = reply.value;
    showToast({
      tone: 'plain',
      text: documents === 1 ? 'The file is one record.' : `The file holds ${String(documents)} records.`,
    });
    close();
  };
  return (
    <>
      <Button icon="download" isPending={isSaving} onPress={() => void save({ record: record.file }, record.fileName)}>
        Save the original
      </Button>
      <Button isPending={job !== null} onPress={() => void propose()}>
        Propose the file’s records anew
      </Button>
      <Button variant="primary" onPress={close}>
        Done
      </Button>
    </>
  );
};

type DetailsProps = { readonly caseId: CaseId; readonly records: readonly DocumentRow[] };

/** What is known of a record, what the reviewer may set right, and the untouched original. */
export const RecordDetails = ({ caseId, records }: DetailsProps) => {
  const at = useWorkspace((state) => state.detailsOf);
  const record = records.find(({ id }) => id === at);
  const close = (): void => openDetails(null);
  return (
    <Dialog
      isOpen={record !== undefined}
      onClose={close}
      title="Record details"
      size="medium"
      footer={record ? <Footer caseId={caseId} record={record} close={close} /> : null}
    >
      {record ? <Fields key={record.id} caseId={caseId} record={record} /> : null}
    </Dialog>
  );
};
