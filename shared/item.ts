import { z } from 'zod';
import { MtusCitation, Statement } from './guideline.ts';
import { ItemId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { TextSpan } from './span.ts';
import { Worksheet } from './worksheet.ts';

/** The only two decision words. */
export const Decision = z.enum(['Upheld', 'Overturned']);
export type Decision = z.infer<typeof Decision>;

/** What each word means; the screen always shows both (domain, section 1). */
export const DECISION_MEANINGS: Readonly<Record<Decision, string>> = {
  Upheld: 'The denial stands. Not medically necessary.',
  Overturned: 'The denial is reversed. Medically necessary.',
};

/** A partly authorised request (domain, section 4); `remaining` is what the letter decides. */
export const PartialRequest = z.strictObject({
  form: z.enum(['remaining-portion', 'original-request']),
  original: z.string(),
  authorised: z.string(),
  remaining: z.string(),
});
export type PartialRequest = z.infer<typeof PartialRequest>;

export const ItemPrefix = z.enum(['retrospective', 'associated-surgical-service']);
export type ItemPrefix = z.infer<typeof ItemPrefix>;

export const ServiceKind = z.enum([
  'drug',
  'imaging',
  'electrodiagnostic',
  'acupuncture',
  'chiropractic',
  'psychological',
  'dental',
  'eye',
  'surgery',
  'injection',
  'therapy',
  'equipment',
  'laboratory',
  'consultation',
  'other',
]);
export type ServiceKind = z.infer<typeof ServiceKind>;

const Range = z.tuple([z.number(), z.number()]);

/** What an item as requested says, field by field; values normalised (`lumbar spine`, `left`, `tramadol`, `50 mg`). */
export const ItemFacts = z.strictObject({
  prefix: ItemPrefix.nullable(),
  /** The day of service that a retrospective request names. */
  dateOfService: PartialDate.nullable(),
  partial: PartialRequest.nullable(),
  /** What is decided: the remaining or original request of a partial one, without its prefix. */
  request: z.string(),
  kind: ServiceKind,
  /** The request without its quantities, strengths and frequencies. */
  service: z.string(),
  bodyParts: z.array(z.string()),
  sides: z.array(z.string()),
  drugs: z.array(z.string()),
  strengths: z.array(z.string()),
  /** The one quantity that the request is measured by; null where it states none, or several. */
  count: z.number().nullable(),
  countUnit: z.string(),
  frequency: z
    .strictObject({
      times: Range,
      unit: z.enum(['day', 'week', 'month']),
      periods: Range,
      total: z.number().nullable(),
    })
    .nullable(),
  /** Frequency times duration, where both are plain numbers of weeks. */
  product: z.number().nullable(),
});
export type ItemFacts = z.infer<typeof ItemFacts>;

/** The fields of an item that can be set one by one in its heading. */
export const ItemField = z.enum([
  'prefix',
  'dateOfService',
  'service',
  'bodyPart',
  'side',
  'drug',
  'strength',
  'count',
  'frequency',
]);
export type ItemField = z.infer<typeof ItemField>;

/**
 * How a rationale ends, in its own words; null where it does not. Reasons go before the one, the closing sentence
 * before the other.
 */
export const RationaleEnds = z.strictObject({
  /** From the closing sentence on. */
  closing: z.string().nullable(),
  /** From the opioid paragraph on. */
  opioidParagraph: z.string().nullable(),
});
export type RationaleEnds = z.infer<typeof RationaleEnds>;

/** What is offered for an item, never put in by itself; null where it has no place or stands there already. */
export const ItemSuggestions = z.strictObject({
  /** The closing sentence that agrees with the decision. */
  closing: z.string().nullable(),
  /** For an Upheld opioid without it. */
  opioidParagraph: z.string().nullable(),
  /** The one-sentence rationale of an item that depends on another. */
  dependentRationale: z.string().nullable(),
  /** Sentences that say why a source outside the MTUS is cited (8 CCR 9792.21.1); empty where none is asked for. */
  outsideReasons: z.array(z.string()),
  ends: RationaleEnds,
});
export type ItemSuggestions = z.infer<typeof ItemSuggestions>;

/** A guideline that the utilization review names, in its words. */
export const ReviewedCitation = z.strictObject({
  words: z.string(),
  /** The words taken apart; null for one outside the MTUS. */
  mtus: MtusCitation.nullable(),
  source: TextSpan,
});
export type ReviewedCitation = z.infer<typeof ReviewedCitation>;

const Evidence = z.strictObject({ span: TextSpan, note: z.string() });

/**
 * A disputed item as the reviewer works on it. The letter prints `heading`, `decision`, both statements and
 * `rationale`.
 */
export const ItemDraft = z.strictObject({
  heading: z.string(),
  decision: Decision.nullable(),
  claims: Statement,
  reviewer: Statement,
  rationale: z.string(),
  evidence: z.array(Evidence),
  partial: PartialRequest.nullable(),
  /** Why a source outside the MTUS is cited (8 CCR 9792.21.1); empty where none is, or it is not stated yet. */
  outsideReason: z.string(),
  /** Competing recommendations weighed; null where there are none. */
  worksheet: Worksheet.nullable(),
  /** The item that this one stands or falls with. */
  parent: ItemId.nullable(),
});
export type ItemDraft = z.infer<typeof ItemDraft>;

export const Item = ItemDraft.extend({ id: ItemId });
export type Item = z.infer<typeof Item>;
