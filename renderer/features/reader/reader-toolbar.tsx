import { Toolbar } from 'react-aria-components';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import { recordName } from '../../data/source-label.ts';
import { openPage, useWorkspace } from '../../data/workspace-state.ts';
import { ActionIcon, Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageField } from './page-field.tsx';
import { useReaderActions } from './use-reader-actions.ts';

/** Where the reader is and how it shows it. */
export const ReaderToolbar = ({ caseId }: { readonly caseId: CaseId }) => {
  const { now, actions } = useReaderActions(caseId);
  useActions(Object.values(actions));
  const isSplit = useWorkspace((state) => state.isSplit);
  const isCited = useWorkspace((state) => state.showsCitations);
  const isTinted = useWorkspace((state) => state.showsFates);
  const more = [
    actions.fit,
    actions.fitPage,
    actions.fullSize,
    'line',
    actions.scrollOn,
    actions.scrollBack,
    'line',
    actions.previousPage,
    actions.nextPage,
    actions.previousRecord,
    actions.nextRecord,
    'line',
    actions.markRead,
    actions.markRecordRead,
    'line',
    actions.divide,
    actions.details,
  ] as const;
  return (
    <Toolbar className="pane-header reader-toolbar" aria-label="Reader">
      <ActionIcon action={actions.back} icon="left" />
      <ActionIcon action={actions.forward} icon="right" />
      <h2 className="ellipsis reader-title">{now.record ? recordName(now.record) : 'Reader'}</h2>
      {now.record ? (
        <PageField page={now.page} count={now.pages} onGo={(page) => now.record && openPage(now.record.file, page)} />
      ) : null}
      <span className="spread" />
      <ActionIcon action={actions.zoomOut} icon="minus" />
      <Button
        variant="quiet"
        onPress={now.fit === 'width' ? actions.fitPage.perform : actions.fit.perform}
        isDisabled={!now.record}
        label={`Zoom ${String(Math.round(now.zoom * 100))} percent; ${now.fit === 'width' ? 'fit page' : 'fit width'}`}
      >
        {Math.round(now.zoom * 100)} %
      </Button>
      <ActionIcon action={actions.zoomIn} icon="plus" />
      <ActionIcon action={actions.rotate} icon="rotate" />
      <IconButton
        icon="split"
        label={actions.split.label}
        keys="\"
        onPress={actions.split.perform}
        isDisabled={!now.record}
        isOn={isSplit}
      />
      <IconButton
        icon="link"
        label={actions.citations.label}
        keys="C"
        onPress={actions.citations.perform}
        isDisabled={!now.record}
        isOn={isCited}
      />
      <IconButton
        icon="lines"
        label={actions.fates.label}
        keys="L"
        onPress={actions.fates.perform}
        isDisabled={!now.record}
        isOn={isTinted}
      />
      <Menu
        label="More for the reader"
        trigger={<IconButton icon="more" label="More for the reader" />}
        entries={more}
      />
    </Toolbar>
  );
};
