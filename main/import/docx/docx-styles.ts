import { walkXml } from '../xml/walk-xml.ts';

/** What of a paragraph style matters to a reader: its heading level and the list that it belongs to. */
export type DocxStyle = { readonly level: number | null; readonly numId: string | null; readonly depth: number };

const NO_STYLE: DocxStyle = { level: null, numId: null, depth: 0 };

const levelOfName = (name: string): number | null => {
  const match = /^heading (\d)$/i.exec(name);
  if (match) return Number(match[1]);
  return /^title$/i.test(name) ? 1 : null;
};

type Draft = { id: string; basedOn: string; level: number | null; numId: string | null; depth: number };

/** Styles by id out of `word/styles.xml` (ECMA-376 part 1, 17.7), with what they take from the style they build on. */
export const readStyles = (xml: string): ReadonlyMap<string, DocxStyle> => {
  const drafts = new Map<string, Draft>();
  let draft: Draft | null = null;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      const value = attributes['val'] ?? '';
      if (name === 'style')
        draft = { id: attributes['styleId'] ?? '', basedOn: '', level: null, numId: null, depth: 0 };
      if (draft === null) return;
      if (name === 'name') draft.level = levelOfName(value);
      else if (name === 'basedOn') draft.basedOn = value;
      else if (name === 'outlineLvl' && Number(value) < 9) draft.level = Number(value) + 1;
      else if (name === 'numId') draft.numId = value;
      else if (name === 'ilvl') draft.depth = Number(value);
    },
    close: ({ name }) => {
      if (name !== 'style' || draft === null) return;
      drafts.set(draft.id, draft);
      draft = null;
    },
  });
  const settle = (id: string, seen: number): DocxStyle => {
    const found = drafts.get(id);
    if (found === undefined || seen > 20) return NO_STYLE;
    const base = settle(found.basedOn, seen + 1);
    return {
      level: found.level ?? base.level,
      numId: found.numId ?? base.numId,
      depth: found.numId === null ? base.depth : found.depth,
    };
  };
  return new Map([...drafts.keys()].map((id) => [id, settle(id, 0)]));
};
