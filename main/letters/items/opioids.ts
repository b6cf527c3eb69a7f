/** The opioids among the drugs that facts name, and a compound of one. */
const OPIOIDS = new Set([
  'buprenorphine',
  'butorphanol',
  'codeine',
  'fentanyl',
  'hydrocodone',
  'hydromorphone',
  'levorphanol',
  'meperidine',
  'methadone',
  'morphine',
  'oxycodone',
  'oxymorphone',
  'pentazocine',
  'tapentadol',
  'tramadol',
  'synapryn',
]);

/** Whether one of the drugs of a request is an opioid. */
export const hasOpioid = (drugs: readonly string[]): boolean => drugs.some((drug) => OPIOIDS.has(drug));

/** The paragraph that says that the decision is no advice to stop opioids abruptly. */
const PARAGRAPH =
  /\b(?:recommendation|advice)\s+to\s+(?:stop|discontinue)\b|\btapering opioids\b|\bstop(?:ped|ping)?\s+(?:\w+[\s-]){0,3}(?:opioids?\s+)?abruptly\b|\babrupt(?:ly)?\s+(?:discontinu|stop|cessation|withdraw)/iu;

export const hasOpioidParagraph = (rationale: string): boolean => PARAGRAPH.test(rationale);
