import { useEffect, useEffectEvent, useState } from 'react';
import { filesOfDrop } from '../../data/dropped-files.ts';
import { Icon } from '../../ui/icon.tsx';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** The whole window takes files: while they are held over it, it says what letting go will do. */
export const DropAnywhere = ({ onFiles }: { readonly onFiles: (files: readonly File[]) => Promise<void> }) => {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent((dropped: DataTransfer) => void filesOfDrop(dropped).then(onFiles));

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className="drop-anywhere">
      <p className="drop-words"><Icon name="drop" size={24} /><span className="lead">Drop files or folders to add them to this case</span></p>
    </div>
  );
};
