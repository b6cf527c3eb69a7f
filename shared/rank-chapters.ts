import { findFacts } from './find-facts.ts';
import type { GuidelineRow } from './guideline.ts';

/** Names of chapters by what a request is about; names alone, whatever their edition. */
const OF_PART: Readonly<Record<string, RegExp>> = {
  'lumbar spine': /low back/i,
  back: /low back/i,
  sacrum: /low back/i,
  'thoracic spine': /neck and upper back|thoracic/i,
  'cervical spine': /neck|cervical/i,
  shoulder: /shoulder/i,
  elbow: /elbow/i,
  forearm: /forearm|wrist|hand/i,
  wrist: /forearm|wrist|hand/i,
  hand: /forearm|wrist|hand/i,
  finger: /forearm|wrist|hand/i,
  thumb: /forearm|wrist|hand/i,
  hip: /\bhip\b/i,
  groin: /\bhip\b/i,
  knee: /knee/i,
  ankle: /ankle|foot/i,
  foot: /ankle|foot/i,
  toe: /ankle|foot/i,
  calf: /ankle|foot/i,
  eye: /\beye\b/i,
};
const OF_SERVICE: readonly (readonly [request: RegExp, chapter: RegExp])[] = [
  [/acupunct/i, /acupuncture/i],
  [/post-?op|postsurg|after surgery/i, /postsurgical/i],
  [/psych|cognitive|counsel/i, /mental|stress/i],
  [/tramadol|hydrocodone|oxycodone|norco|percocet|morphine|opioid|codeine|tapentadol|fentanyl|methadone/i, /opioid/i],
];
const PAIN = /chronic pain/i;

/** How near a chapter is to a request: its service, then its part of the body, then pain that lasts. */
const nearness = (chapter: string, heading: string): number => {
  if (OF_SERVICE.some(([request, own]) => request.test(heading) && own.test(chapter))) return 3;
  const facts = findFacts(heading);
  if (facts.some(({ kind, value }) => kind === 'body-part' && OF_PART[value]?.test(chapter) === true)) return 2;
  return PAIN.test(chapter) && facts.some(({ kind }) => kind === 'drug' || kind === 'body-part') ? 1 : 0;
};

/** The chapters with those first that a request is about; the rest as they stood. */
export const rankChapters = (rows: readonly GuidelineRow[], heading: string): GuidelineRow[] =>
  rows
    .map((row) => ({ row, near: nearness(row.chapter, heading) }))
    .sort((a, b) => b.near - a.near)
    .map(({ row }) => row);
