import type { CaseOverview, CaseRow, CaseState, Track } from '../../../shared/case.ts';
import type { Finding } from '../../../shared/check.ts';
import type { Item } from '../../../shared/item.ts';
import { daysBetween } from '../../../shared/partial-date.ts';
import type { Tone } from '../../ui/pill.tsx';

const STATE_TONES: Readonly<Record<CaseState, Tone>> = {
  New: 'neutral',
  Reading: 'accent',
  Drafting: 'accent',
  Ready: 'safe',
  Exported: 'safe',
};

/** The state as the list says it: of a case that cannot be worked on, that it cannot. */
export const statePill = ({ state, condition }: Pick<CaseRow, 'state' | 'condition'>): DueState => {
  if (condition.state === 'damaged') return { words: 'Damaged', tone: 'block' };
  if (condition.state === 'set-back') return { words: 'Set back', tone: 'warn' };
  return { words: state, tone: STATE_TONES[state] };
};

export const TRACK_NAMES: Readonly<Record<Track, string>> = {
  standard: 'Standard, 30 days',
  expedited: 'Expedited, 3 days',
  formulary: 'Formulary, 5 working days',
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
export const pagesInWords = (count: number): string => counted(count, 'page', 'pages');
const daysInWords = (count: number): string => counted(count, 'day', 'days');

export type DueState = { readonly words: string; readonly tone: Tone };

/** How much time is left, in words; a case that was exported has left the clock. */
export const dueOf = ({ due, state }: Pick<CaseRow, 'due' | 'state'>, today: string): DueState => {
  if (state === 'Exported') return { words: 'sent', tone: 'safe' };
  if (due === '') return { words: 'no clock', tone: 'neutral' };
  const days = daysBetween(today, due);
  if (days < 0) return { words: -days > 365 ? 'over a year late' : `${daysInWords(-days)} late`, tone: 'block' };
  if (days === 0) return { words: 'today', tone: 'block' };
  return { words: daysInWords(days), tone: days <= 7 ? 'warn' : 'neutral' };
};

/** The same as a pill beside the case's name. */
export const duePill = (row: Pick<CaseRow, 'due' | 'state'>, today: string): DueState => {
  const { words, tone } = dueOf(row, today);
  const capital = words.replace(/^o/, 'O');
  if (row.state === 'Exported') return { words: 'Sent', tone };
  if (row.due === '') return { words: 'No due date', tone };
  return { words: words.endsWith('late') ? capital : words === 'today' ? 'Due today' : `Due in ${words}`, tone };
};

/** Beside the heading: how many, how many open and late, when the next one is due. */
export const caseListMeta = (rows: readonly CaseRow[], today: string): string => {
  const open = rows.filter(({ state }) => state !== 'Exported');
  const dues = open
    .map(({ due }) => due)
    .filter((due) => due !== '')
    .sort();
  const late = dues.filter((due) => due < today).length;
  const next = dues.find((due) => due >= today);
  const when =
    next === undefined ? [] : [`next due ${next === today ? 'today' : `in ${daysInWords(daysBetween(today, next))}`}`];
  return [String(rows.length), `${open.length} open`, ...(late > 0 ? [`${late} late`] : []), ...when].join(' · ');
};

export const blockingOf = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'block').length;

/** The one thing to do next in a case, in the imperative. */
export const nextStep = (overview: CaseOverview, items: readonly Item[], findings: readonly Finding[]): string => {
  if (overview.state === 'Exported') return 'Exported. Nothing is left to do.';
  if (overview.records === 0 && overview.facts.origin === 'records') return 'Next: add the records of the case';
  if (items.length === 0) return 'Next: enter the disputed items';
  if (overview.accepted === 0 && overview.proposed === 0 && overview.sentences === 0)
    return 'Next: read the records and start the timeline';
  if (overview.accepted === 0 && overview.proposed > 0)
    return `Next: go through ${counted(overview.proposed, 'proposed entry', 'proposed entries')}`;
  if (overview.sentences === 0) return 'Next: write the clinical case summary';
  const open = items.findIndex(({ decision }) => decision === null);
  if (open >= 0) return `Next: decide item ${open + 1}, ${shorten(items[open]?.heading ?? '')}`;
  if (overview.pagesRead < overview.pages)
    return `Next: read the ${pagesInWords(overview.pages - overview.pagesRead)} left`;
  const blocking = blockingOf(findings);
  return blocking > 0
    ? `Next: clear ${counted(blocking, 'blocking check', 'blocking checks')}`
    : 'Next: export the letter';
};

const shorten = (heading: string): string => {
  const words = heading.replace(/^./, (first) => first.toLowerCase());
  return words.length <= 60 ? words : `${words.slice(0, 57).trimEnd()} …`;
};

const MOST_SHOWN = 3;
const LONGEST = 200;

/** What was noticed while a letter was read, in a few sentences; null where nothing was. */
export const readingInWords = (name: string, messages: readonly string[]): string | null => {
  if (messages.length === 0) return null;
  const shown = messages
    .slice(0, MOST_SHOWN)
    .map((message) => (message.length > LONGEST ? `${message.slice(0, LONGEST - 2).trimEnd()} …` : message));
  const remarks = messages.length === 1 ? 'a remark' : `${String(messages.length)} remarks`;
  return [
    `${name} was read with ${remarks}:`,
    ...shown,
    ...(messages.length > MOST_SHOWN ? [`And ${String(messages.length - MOST_SHOWN)} more.`] : []),
  ].join(' ');
};
