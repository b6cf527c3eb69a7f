import type { BlockKind } from '../flow/flow-builder.ts';
import { PARAGRAPH } from '../flow/flow-builder.ts';
import type { NextMarker } from './docx-numbering.ts';
import type { DocxStyle } from './docx-styles.ts';

/** What is known of a paragraph once its properties have been read. */
export type DocxParagraph = {
  styleId: string;
  numId: string | null;
  depth: number | null;
  level: number | null;
  pageBefore: boolean;
  boxes: string[];
  endsSection: boolean;
  /** The number that Word 2003 wrote down beside the list; empty in newer documents. */
  oldMarker: string;
};

/** A paragraph of which nothing is known yet. */
export const newParagraph = (): DocxParagraph => ({
  styleId: '',
  numId: null,
  depth: null,
  level: null,
  pageBefore: false,
  boxes: [],
  endsSection: false,
  oldMarker: '',
});

/** Heading, list item or plain paragraph, with the marker of its list, by its own properties and those of its style. */
export const blockOf = (
  { styleId, level, numId, depth, oldMarker }: DocxParagraph,
  { styles, nextMarker }: { readonly styles: ReadonlyMap<string, DocxStyle>; readonly nextMarker: NextMarker },
): { readonly kind: BlockKind; readonly marker: string } => {
  const own = styles.get(styleId);
  const heading = level ?? own?.level ?? null;
  const list = numId ?? own?.numId ?? '0';
  const at = depth ?? own?.depth ?? 0;
  const marker = list === '0' ? '' : oldMarker !== '' ? oldMarker : nextMarker(list, at);
  if (heading !== null) return { kind: { kind: 'heading', level: heading }, marker };
  return { kind: list === '0' ? PARAGRAPH : { kind: 'list-item', depth: at }, marker };
};
