import { z } from 'zod';

type Undefaulted<T> = T extends z.ZodDefault<infer I> ? I : T extends z.ZodPrefault<infer I> ? I : T;
type ChangeShape<S extends z.ZodRawShape> = { [K in keyof S]: z.ZodOptional<Undefaulted<S[K]>> };

const undefaulted = (field: z.core.SomeType): z.ZodType =>
  field instanceof z.ZodDefault || field instanceof z.ZodPrefault
    ? (field.unwrap() as z.ZodType)
    : (field as z.ZodType);

/**
 * A change of an object: some of its fields and nothing of the others. `partial()` alone fills the fields that are
 * missing with their defaults, and so erases what stood there.
 */
export const changeOf = <S extends z.ZodRawShape>(object: z.ZodObject<S>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(object.shape).map(([name, field]) => [name, undefaulted(field).optional()]),
    ) as unknown as ChangeShape<S>,
  );
