import type { DocxHandlers } from './docx-elements.ts';

/**
 * Gives the words of pictures, charts, diagrams and files inside the document to `addBox`; `refer` finds them by their
 * relationship. `opening` and `closing` belong to the text, `drawn` to the languages of drawings.
 */
export const drawingHandlers = (
  addBox: (text: string) => void,
  refer: (id: string) => string,
): { readonly opening: DocxHandlers; readonly closing: DocxHandlers; readonly drawn: DocxHandlers } => {
  /** Pictures that stand for a file inside the document: shown only when the file is not. */
  let previews: string[] | null = null;
  return {
    opening: {
      object: () => {
        previews = [];
      },
      altChunk: ({ attributes }) => {
        addBox(refer(attributes['id'] ?? ''));
      },
    },
    closing: {
      object: () => {
        for (const id of previews ?? []) addBox(refer(id));
        previews = null;
      },
    },
    drawn: {
      blip: ({ attributes }) => {
        addBox(refer(attributes['embed'] ?? ''));
      },
      imagedata: ({ attributes }) => {
        if (previews === null) addBox(refer(attributes['id'] ?? ''));
        else previews.push(attributes['id'] ?? '');
      },
      chart: ({ attributes }) => {
        addBox(refer(attributes['id'] ?? ''));
      },
      relIds: ({ attributes }) => {
        addBox(refer(attributes['dm'] ?? ''));
      },
      OLEObject: ({ attributes }) => {
        addBox(refer(attributes['id'] ?? ''));
        previews = previews === null ? null : [];
      },
      textpath: ({ attributes }) => {
        addBox(attributes['string'] ?? '');
      },
    },
  };
};
