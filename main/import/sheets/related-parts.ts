import { walkXml } from '../xml/walk-xml.ts';
import type { Parts } from '../xml/unzip-parts.ts';

/** What a part of an Office file refers to: by id, the kind of it and its full name in the file. */
export type Related = { readonly id: string; readonly type: string; readonly part: string };

const resolve = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const path = base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
};

/** The parts that a part refers to (ECMA-376, part 2); what lies outside the file is left out. */
export const relatedParts = ({ xml }: Pick<Parts, 'xml'>, part: string): Related[] => {
  const [folder, name] = [part.split('/').slice(0, -1).join('/'), part.split('/').pop() ?? ''];
  const related: Related[] = [];
  walkXml(xml(`${folder}/_rels/${name}.rels`), {
    open: ({ name: element, attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes;
      if (element !== 'Relationship' || TargetMode === 'External') return;
      related.push({ id: Id, type: Type.split('/').pop() ?? '', part: resolve(part, Target) });
    },
  });
  return related;
};
