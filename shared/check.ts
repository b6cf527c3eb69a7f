import { z } from 'zod';
import { CHECK_LIST, CheckGroup, Severity, type CheckName } from './check-list.ts';
import { FINDING_KINDS, type Found } from './finding-kinds.ts';
import { Part } from './part.ts';
import { TextSpan } from './span.ts';

/** One finding of a letter check: what was found as data, with the check's number, its severity and its sentence. */
export type Finding = Found & { readonly check: number; readonly severity: Severity; readonly message: string };

/**
 * A change that would settle a finding: in the part, `from` becomes `to`; an empty `from` adds `to` at its end. The
 * part `items` adds an item of that heading.
 */
export const Mend = z.strictObject({ part: Part, from: z.string(), to: z.string() });
export type Mend = z.infer<typeof Mend>;

/** A finding in a case: `id` stays the same while the finding does, so that its override is kept. */
export type CaseFinding = Finding & {
  readonly id: string;
  readonly mend: Mend | null;
  /** The reason for which it was overridden (a warning: confirmed); null while it stands. */
  readonly overridden: string | null;
};

const shapesWith = (more: z.ZodRawShape) =>
  Object.entries(FINDING_KINDS).map(([name, { check, values }]) =>
    z.strictObject({
      name: z.literal(name),
      check: z.literal(CHECK_LIST[check].number),
      severity: Severity,
      part: Part,
      values,
      message: z.string(),
      quote: z.string().optional(),
      places: z.array(TextSpan).optional(),
      ...more,
    }),
  );

// The shapes are made of the same table as the types; a union of so many cannot be inferred from a list.
const unionOf = <Type>(more: z.ZodRawShape): z.ZodType<Type> => z.union(shapesWith(more)) as unknown as z.ZodType<Type>;

export const Finding = unionOf<Finding>({});
export const CaseFinding = unionOf<CaseFinding>({
  id: z.string(),
  mend: Mend.nullable(),
  overridden: z.string().nullable(),
});

/**
 * One check of the list and how it stands: `found` what is open, `overridden` only what has its reason, `passed`
 * nothing; `silent` where it does not apply to this case or its input is not known (`reason` says which).
 */
export const CheckStatus = z.strictObject({
  check: z.int(),
  name: z.enum(Object.keys(CHECK_LIST) as CheckName[]),
  group: CheckGroup,
  severity: Severity,
  title: z.string(),
  state: z.enum(['passed', 'found', 'overridden', 'silent']),
  reason: z.string(),
  findings: z.array(z.string()),
});
export type CheckStatus = z.infer<typeof CheckStatus>;
