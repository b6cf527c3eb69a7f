import { composeSummary } from '../../main/reading/compose-summary.ts';
import { findDrift } from '../../main/reading/drift/find-drift.ts';
import type { Entry } from '../../shared/entry.ts';
import type { PartialDate } from '../../shared/partial-date.ts';

type Plant = (text: string) => string;

const swap = (pairs: Readonly<Record<string, string>>): Plant => {
  const pattern = new RegExp(`\\b(?:${Object.keys(pairs).join('|')})\\b`, 'u');
  return (text) => text.replace(pattern, (word) => pairs[word] ?? word);
};

/** Changes that make a sentence false, one at its first place of each kind; a text without such a place stays as it is. */
const PLANTS: Readonly<Record<string, Plant>> = {
  date: (text) => text.replace(/\b(\d\d)\/(\d\d)\/(\d\d)\b/u, (_, m, d, y) => `${m}/${d === '11' ? '12' : '11'}/${y}`),
  side: swap({ left: 'right', right: 'left' }),
  number: (text) => text.replace(/(?<![\w./#])\d+(?![\w/.]*\d)(?!\/)/u, (digits) => String(Number(digits) + 1)),
  score: (text) => text.replace(/\b(\d+)\/(10|5)\b/u, (_, score, of) => `${score === '3' ? '2' : '3'}/${of}`),
  drug: (text) =>
    text.replace(/\b(?:naproxen|etodolac|cyclobenzaprine|ibuprofen|tramadol|hydrocodone)\b/iu, (drug) =>
      /naproxen/iu.test(drug) ? 'meloxicam' : 'naproxen',
    ),
  dose: (text) => text.replace(/\b(\d+(?:\.\d+)?) mg\b/u, (_, dose) => `${Number(dose) * 2} mg`),
  level: (text) => text.replace(/\b([LC])(\d)-/u, (_, region, level) => `${region}${level === '3' ? '2' : '3'}-`),
  'a negation left out': (text) =>
    text.replace(/\b(no|not|without|denied) /u, (_, word) =>
      word === 'denied' ? 'reported ' : word === 'without' ? 'with ' : '',
    ),
  'a negation put in': (text) =>
    /\b(?:no|not|never|off)\b/u.test(text) ? text : text.replace(/\b(?:was|were|had) /u, (verb) => `${verb}not `),
  finding: swap({
    positive: 'negative',
    negative: 'positive',
    normal: 'abnormal',
    intact: 'diminished',
    increased: 'decreased',
    decreased: 'increased',
    improved: 'worsened',
    better: 'worse',
    worse: 'better',
    stopped: 'continued',
    continued: 'stopped',
  }),
};

export type DriftFigures = {
  readonly sentences: number;
  /** True sentences that were marked all the same, and what of them. */
  readonly marked: readonly string[];
  readonly planted: number;
  readonly noticed: number;
  /** False sentences that were not marked. */
  readonly missed: readonly string[];
};

/** What is marked in the sentences that entries make, as they are and with a change planted in each at a time. */
export const measureDrift = (timeline: readonly Entry[], latest: PartialDate): DriftFigures => {
  const entries = timeline.map((entry): Entry => ({ ...entry, state: 'accepted' }));
  const sentences = composeSummary(entries, { personWord: 'injured worker', dateStyle: 'MM/DD/YY', pronoun: 'she' })
    .filter(({ sources }) => sources.length > 0)
    .map((sentence) => ({ ...sentence, own: entries.filter(({ id }) => sentence.entries.includes(id)) }));
  const drift = ({ own, ...sentence }: (typeof sentences)[number], text = sentence.text) =>
    findDrift({ ...sentence, text }, own, latest).map((mark) => `${mark.kind} ${text.slice(mark.start, mark.end)}`);
  const marked = sentences.flatMap((sentence) => drift(sentence).map((mark) => `${sentence.text} (${mark})`));
  const changed = sentences
    .filter((sentence) => drift(sentence).length === 0)
    .flatMap((sentence) =>
      Object.entries(PLANTS).flatMap(([name, plant]) => {
        const text = plant(sentence.text);
        return text === sentence.text ? [] : [{ name, text, isNoticed: drift(sentence, text).length > 0 }];
      }),
    );
  return {
    sentences: sentences.length,
    marked,
    planted: changed.length,
    noticed: changed.filter(({ isNoticed }) => isNoticed).length,
    missed: changed.filter(({ isNoticed }) => !isNoticed).map(({ name, text }) => `${name}: ${text}`),
  };
};
