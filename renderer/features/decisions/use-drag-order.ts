import { useState } from 'react';
import type { DragEvent } from 'react';

const KIND = 'application/x-imr-item';

/** What an item's row and its handle need to be dragged to another place. */
export type DragOrder = {
  /** Where the dragged item would stand: a class for the row. */
  readonly lookOf: (index: number) => string;
  readonly handle: (index: number) => {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
  readonly row: (index: number) => {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

type Dragging = { readonly from: number; readonly over: number; readonly isAfter: boolean };

/** Items change their place by dragging their number; the keyboard has Alt and the arrows. */
export const useDragOrder = (move: (from: number, to: number) => void): DragOrder => {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const placeIn = ({ currentTarget, clientY }: DragEvent): boolean => {
    const { top, height } = currentTarget.getBoundingClientRect();
    return clientY > top + height / 2;
  };
  return {
    lookOf: (index) =>
      dragging === null || dragging.over !== index ? '' : dragging.isAfter ? 'drop-after' : 'drop-before',
    handle: (index) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData(KIND, String(index));
        event.dataTransfer.effectAllowed = 'move';
        setDragging({ from: index, over: index, isAfter: false });
      },
      onDragEnd: () => setDragging(null),
    }),
    row: (index) => ({
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(KIND)) return;
        event.preventDefault();
        const isAfter = placeIn(event);
        setDragging((now) =>
          now === null || (now.over === index && now.isAfter === isAfter) ? now : { ...now, over: index, isAfter },
        );
      },
      onDrop: (event) => {
        if (dragging === null) return;
        event.preventDefault();
        const at = index + (placeIn(event) ? 1 : 0);
        setDragging(null);
        move(dragging.from, at > dragging.from ? at - 1 : at);
      },
    }),
  };
};
