import type { RecordKind } from '../../shared/record.ts';
import type { Line } from './read-lines.ts';

const BY_DEGREE: readonly (readonly [degree: RegExp, specialty: string])[] = [
  [/,?\s+D\.?C\.?$/, 'Chiropractic'],
  [/,?\s+(?:D\.?)?P\.?T\.?(?:, D\.?P\.?T\.?)?$/, 'Physical therapy'],
  [/,?\s+O\.?T\.?R?(?:\/L)?$/, 'Occupational therapy'],
  [/,?\s+L\.?\s?Ac\.?$/i, 'Acupuncture'],
  [/,?\s+D\.?P\.?M\.?$/, 'Podiatry'],
  [/,?\s+D\.?D\.?S\.?$/, 'Dentistry'],
  [/,?\s+(?:Psy\.?D|Ph\.?\s?D)\.?$/i, 'Psychology'],
];
const FIELD =
  /\b(?:surgery|surgeon|medicine|orthopa?edics?|neurology|radiology|psychiatry|psychology|anesthesiology|rehabilitation|physiatry|rheumatology|urology|cardiology|gastroenterology|ophthalmology|dermatology|podiatry|chiropractic|acupuncture|therapy|pain management)\b/i;
const LABELLED = /^specialty\s*:\s*([A-Z][A-Za-z &/-]{3,50}?)\s*(?:$|[,;|]|\s{2,})/i;

/** What stands behind the author's name on the same line: `Hollis Grant, MD, Orthopedic Surgery`. */
const besideName = (text: string, provider: string): string | null => {
  const at = text.indexOf(provider);
  if (at === -1) return null;
  const words = /^[,\s(–-]+([A-Z][A-Za-z &/-]{3,50})/.exec(text.slice(at + provider.length))?.[1]?.trim() ?? '';
  return FIELD.test(words) ? words.replace(/\s+(?:licen[sc]e|lic|no|number|npi)\b.*$/i, '') : null;
};

const BY_TITLE: readonly (readonly [title: RegExp, specialty: string])[] = [
  [/chiropract/i, 'Chiropractic'],
  [/acupunct/i, 'Acupuncture'],
  [/occupational/i, 'Occupational therapy'],
  [/physical/i, 'Physical therapy'],
];

/** What the author of a record practises, as printed or as the degree says; empty where nothing tells. */
export const findSpecialty = (
  lines: readonly Line[],
  { provider, kind, title }: { readonly provider: string; readonly kind: RecordKind; readonly title: string },
): string => {
  for (const { text } of lines) {
    const found = LABELLED.exec(text)?.[1] ?? (provider === '' ? null : besideName(text, provider));
    if (found !== null) return found;
  }
  const byDegree = BY_DEGREE.find(([degree]) => degree.test(provider))?.[1];
  if (byDegree !== undefined) return byDegree;
  return kind === 'therapy-note' ? (BY_TITLE.find(([pattern]) => pattern.test(title))?.[1] ?? '') : '';
};
