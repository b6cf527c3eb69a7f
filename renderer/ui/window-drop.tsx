import { useEffect, useEffectEvent, useState } from 'react';
import { filesOfDrop } from '../data/dropped-files.ts';
import { Icon } from './icon.tsx';

export type WindowDropProps = {
  /** What dropping here does: `Drop to start a new case`. */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
};

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Makes the whole window take files and folders; the target shows while something is dragged over it. */
export const WindowDrop = ({ label, onFiles }: WindowDropProps) => {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent((event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer === null || !hasFiles(event)) return;
    void filesOfDrop(event.dataTransfer).then((files) => files.length > 0 && onFiles(files));
  });
  useEffect(() => {
    const over = (event: DragEvent): void => setOver(hasFiles(event));
    // Leaving the window has nothing on the other side.
    const leave = (event: DragEvent): void => setOver(event.relatedTarget !== null);
    const drop = (event: DragEvent): void => take(event);
    window.addEventListener('dragenter', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver ? (
    <div className="window-drop">
      <span className="window-drop-words lead">
        <Icon name="drop" size={20} />
        {label}
      </span>
    </div>
  ) : null;
};
