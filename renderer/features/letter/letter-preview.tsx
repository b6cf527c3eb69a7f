import { useCallback, useState } from 'react';
import type { CSSProperties } from 'react';
import { Toolbar } from 'react-aria-components';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { leaveLetter } from '../../data/workspace-state.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PrintOnly } from '../../ui/print-only.tsx';
import { LetterSheets } from './letter-sheets.tsx';

const STEP = 0.1;
const pagesInWords = (count: number): string => (count === 1 ? '1 page' : `${String(count)} pages`);
/** At 1 the sheet is as wide as the pane, at most as large as on paper. */
const zoomStyle = (zoom: number): CSSProperties => ({ '--letter-zoom': zoom }) as CSSProperties;

/** The letter in the reader's place: the pages that will be in the file, live. */
export const LetterPreview = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: letter, error } = useQueryOf('letter.pages', { caseId }, { keepsPrevious: true });
  const [zoom, setZoom] = useState(1);
  const [isPrinting, setPrinting] = useState(false);
  const endPrinting = useCallback(() => setPrinting(false), []);
  useActions([
    {
      id: 'letter.print',
      label: 'Print the letter',
      menu: 'file',
      group: 'Letter',
      keywords: 'paper',
      keys: ['Mod+P'],
      isEnabled: letter !== undefined,
      perform: () => setPrinting(true),
    },
  ]);
  return (
    <section className="pane reader" data-pane="letter" aria-label="Letter preview" tabIndex={-1}>
      <Toolbar className="pane-header reader-toolbar" aria-label="Letter preview">
        <h2 className="ellipsis">
          Final determination{' '}
          <span className="quiet">· {letter ? `${letter.form} form · ${pagesInWords(letter.pages.length)}` : ''}</span>
        </h2>
        <span className="spread" />
        <IconButton icon="minus" label="Zoom out" onPress={() => setZoom(Math.max(0.5, zoom - STEP))} />
        <Button
          variant="quiet"
          label={`Zoom ${String(Math.round(zoom * 100))} percent; back to 100`}
          onPress={() => setZoom(1)}
        >
          {Math.round(zoom * 100)} %
        </Button>
        <IconButton icon="plus" label="Zoom in" onPress={() => setZoom(Math.min(2, zoom + STEP))} />
        <Button variant="quiet" onPress={leaveLetter}>
          Back to the pages
        </Button>
      </Toolbar>
      <div className="letter-desk" data-scroll style={zoomStyle(zoom)}>
        {error ? (
          <EmptyState icon="blocked" title="The letter cannot be shown">
            {error.message}
          </EmptyState>
        ) : null}
        {letter ? <LetterSheets pages={letter.pages} /> : null}
        {letter && isPrinting ? (
          <PrintOnly onDone={endPrinting}>
            <LetterSheets pages={letter.pages} />
          </PrintOnly>
        ) : null}
      </div>
    </section>
  );
};
