import { z } from 'zod';

/**
 * Study designs from the strongest to the weakest, as they are offered; from memory, so that any level can be typed
 * over.
 */
export const STUDY_DESIGNS = [
  'Systematic review of randomised controlled trials',
  'Randomised controlled trial',
  'Systematic review of cohort studies',
  'Cohort study',
  'Case-control study',
  'Case series',
  'Guideline based on evidence',
  'Expert opinion or consensus',
] as const;

/** The question that the evidence answers. */
export const ClinicalQuestion = z.enum(['treatment-benefit', 'treatment-harm', 'diagnosis', 'prognosis']);
export type ClinicalQuestion = z.infer<typeof ClinicalQuestion>;

/** One of the recommendations that compete: who says what, and on what evidence. */
export const Recommendation = z.strictObject({
  /** As it would be cited. */
  source: z.string(),
  says: z.enum(['for', 'against']),
  question: ClinicalQuestion,
  /** The design of the studies behind it, or their level of evidence. */
  design: z.string(),
  year: z.string(),
  /** How good the studies are: bias, size, consistency, and whether they are about such a worker. */
  quality: z.string(),
});
export type Recommendation = z.infer<typeof Recommendation>;

/** Competing recommendations weighed by the strength of their evidence (8 CCR 9792.25.1). */
export const Worksheet = z.strictObject({
  recommendations: z.array(Recommendation),
  /** The number, from 0, of the one that prevails; null while that is open. */
  prevailing: z.int().min(0).nullable(),
  reason: z.string(),
});
export type Worksheet = z.infer<typeof Worksheet>;

/** Whether a worksheet weighs: both sides are there with their evidence, and one prevails for a reason. */
export const isWeighed = (worksheet: Worksheet | null): boolean => {
  if (worksheet === null) return false;
  const { recommendations, prevailing, reason } = worksheet;
  const sides = new Set(
    recommendations
      .filter(({ source, design }) => source.trim() !== '' && design.trim() !== '')
      .map(({ says }) => says),
  );
  return sides.size === 2 && prevailing !== null && recommendations[prevailing] !== undefined && reason.trim() !== '';
};
