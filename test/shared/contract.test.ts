import { z } from 'zod';
import { contract } from '../../shared/contract.ts';

/** Every object inside a schema, with the way to it. */
const objectsIn = (schema: z.ZodType, path: string): { readonly path: string; readonly object: z.ZodObject }[] => {
  if (schema instanceof z.ZodObject)
    return [
      { path, object: schema },
      ...Object.entries(schema.shape).flatMap(([name, field]) => objectsIn(field as z.ZodType, `${path}.${name}`)),
    ];
  if (schema instanceof z.ZodArray) return objectsIn(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((one, at) => objectsIn(one as z.ZodType, `${path}|${String(at)}`));
  if ('unwrap' in schema && typeof schema.unwrap === 'function') return objectsIn(schema.unwrap() as z.ZodType, path);
  return [];
};

const isOptional = (field: unknown): boolean => (field as z.ZodType).safeParse(undefined).success;

/** What makes a case fills in what is missing: there is nothing to overwrite. */
const changes = Object.entries(contract)
  .filter(([method, { kind }]) => kind === 'command' && method !== 'case.create')
  .flatMap(([method, { input }]) => objectsIn(input, method));

it('looks into every command', () => {
  expect(changes.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['case.update.facts.header', 'timeline.edit.change', 'item.edit.change', 'settings.update']),
  );
});

it.each(changes)('$path: what is not given is not filled in, and so overwrites nothing', ({ object }) => {
  const optional = Object.entries(object.shape).filter(([, field]) => isOptional(field));
  expect(z.object(Object.fromEntries(optional)).parse({})).toEqual({});
});
