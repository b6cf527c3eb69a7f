import { useState } from 'react';
import type { Item } from '../../../shared/item.ts';
import type { Worksheet } from '../../../shared/worksheet.ts';
import { isWeighed } from '../../../shared/worksheet.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { Button } from '../../ui/button.tsx';
import { Pill } from '../../ui/pill.tsx';
import { NEW_WORKSHEET, worksheetLine } from './worksheet-words.ts';
import { WorksheetDialog } from './worksheet-dialog.tsx';

type Props = {
  readonly item: Item;
  /** A check found that two recommendations compete. */
  readonly isAsked: boolean;
  readonly write: WriteEdit<Worksheet | null>;
  readonly onTake: (words: string) => void;
};

/** Where recommendations compete: how their evidence was weighed (8 CCR 9792.25.1), and the worksheet for it. */
export const Weighing = ({ item, isAsked, write, onTake }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { worksheet } = item;
  if (worksheet === null && !isAsked && item.reviewer.form !== 'mtus-and-other') return null;
  return (
    <div role="group" aria-label="Competing recommendations" className="weighing">
      <div className="row">
        <span className="spread">
          <span className="field-label">Competing recommendations</span>
          <span className="small weighing-line">
            {worksheet === null
              ? 'Where the MTUS and another source differ, their evidence is weighed.'
              : worksheetLine(worksheet)}
          </span>
        </span>
        {worksheet === null ? null : (
          <Pill tone={isWeighed(worksheet) ? 'safe' : 'warn'}>{isWeighed(worksheet) ? 'weighed' : 'open'}</Pill>
        )}
        <Button onPress={() => setOpen(true)}>{worksheet === null ? 'Weigh them …' : 'Worksheet …'}</Button>
      </div>
      {isOpen ? (
        <WorksheetDialog
          worksheet={worksheet ?? NEW_WORKSHEET}
          onClose={() => setOpen(false)}
          write={write}
          onTake={onTake}
        />
      ) : null}
    </div>
  );
};
