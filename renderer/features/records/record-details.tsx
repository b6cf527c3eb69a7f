import { DocumentId } from '../../../shared/ids.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { RECORD_KIND_NAMES, RecordKind } from '../../../shared/record.ts';
import type { RecordRow } from '../../../shared/record.ts';
import type { MadeFrom } from '../../data/edit-keeper.ts';
import { useCommand } from '../../data/hooks.ts';
import { openDetails, useWorkspace } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EditChoice, EditField } from '../../ui/edit-field.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { useSaveOriginal } from './use-save-original.ts';

const KINDS = RecordKind.options.map((id) => ({ id, label: RECORD_KIND_NAMES[id] }));

type Props = { readonly caseId: CaseId; readonly record: RecordRow };

const Fields = ({ caseId, record }: Props) => {
  const { run } = useCommand('document.edit');
  const write = (change: Partial<Pick<RecordRow, 'title' | 'kind' | 'provider'>>, from: MadeFrom) =>
    run({ caseId, id: DocumentId.parse(record.id), change }, from);
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
        <EditField label="Provider" value={record.provider} write={(provider, from) => write({ provider }, from)} />
      </div>
      <Facts
        facts={[
          { name: 'File', value: <span className="ledger-name">{record.fileName}</span> },
          { name: 'Format', value: `${record.fileKind.toUpperCase()}, ${record.size.toLocaleString('en-US')} bytes` },
          { name: 'Pages', value: `${String(record.pages)}, ${String(record.pagesRead)} read` },
          ...(record.pagesNeedingOcr > 0
            ? [{ name: 'Pages that need OCR', value: record.pagesNeedingOcr, tone: 'warn' as const }]
            : []),
          ...(record.confidence === null
            ? []
            : [{ name: 'Least OCR confidence', value: `${String(Math.round(record.confidence))} %` }]),
          { name: 'SHA-256', value: <span className="ledger-name small">{record.sha256}</span> },
        ]}
      />
      {record.messages.map((message) => (
        <Notice key={message} tone="warn">
          {message}
        </Notice>
      ))}
    </>
  );
};

/** What is known of a record, what the reviewer may set right, and the untouched original. */
export const RecordDetails = ({
  caseId,
  records,
}: {
  readonly caseId: CaseId;
  readonly records: readonly RecordRow[];
}) => {
  const at = useWorkspace((state) => state.detailsOf);
  const { save, isSaving } = useSaveOriginal(caseId);
  const record = records.find(({ id }) => id === at);
  const close = (): void => openDetails(null);

  return (
    <Dialog
      isOpen={record !== undefined}
      onClose={close}
      title="Record details"
      size="medium"
      footer={
        record ? (
          <>
            <Button
              icon="download"
              isPending={isSaving}
              onPress={() => void save({ record: record.id }, record.fileName)}
            >
              Save the original
            </Button>
            <Button variant="primary" onPress={close}>
              Done
            </Button>
          </>
        ) : null
      }
    >
      {record ? <Fields key={record.id} caseId={caseId} record={record} /> : null}
    </Dialog>
  );
};
