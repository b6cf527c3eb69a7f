import type { Entry } from '../../../shared/entry.ts';
import type { VisitId } from '../../../shared/ids.ts';
import { type PartialDate, precisionOf } from '../../../shared/partial-date.ts';
import type { VisitHead } from '../../../shared/visit-card.ts';
import { lowerFirst } from '../sentence-case.ts';
import { writeDate, type DateStyle } from '../write-date.ts';
import { therapySeries } from '../visits/therapy-series.ts';

/** What a visit says for all of its facts, as far as prose is made of it. */
export type ProseVisit = Pick<VisitHead, 'kind' | 'specialty' | 'provider' | 'date'>;

/** The entries of a course of therapy that one sentence tells, and what it says of them. */
export type TherapyCourse = {
  readonly entries: readonly Entry[];
  readonly visits: number;
  readonly service: string;
  readonly from: PartialDate;
  readonly to: PartialDate;
  /** Scores out of ten of the first and the last visit; null where not every visit of the course gives one. */
  readonly scores: { readonly from: string; readonly to: string } | null;
  /** What visits say that give no score, each in its own words. */
  readonly remarks: readonly { readonly date: PartialDate; readonly words: string }[];
};

/** Nothing but how bad the pain was. */
const ONLY_SCORE =
  /^(?:the [a-z ]+|he|she) (?:had|reported) (?:[a-z]+ ){0,4}pain rated (\d{1,2}(?:\.\d)?)\/10((?: (?:in|at|of) the)?(?: (?:left|right|bilateral|low|upper|lower|[a-z]+)){0,4})\.$/i;
const SERVICE =
  /^(?:physical|occupational|aquatic|hand|manual|massage) therapy$|^acupuncture$|^chiropractic(?: care)?$/i;

/** One statement of a few words, or a remark in the record's own. */
const ONE_REMARK = /^(?:"([^"]{3,60}?)\.?"|[A-Z][^".!?]{3,160}\.)$/;

const scoreIn = ({ text }: Pick<Entry, 'text'>): string => ONLY_SCORE.exec(text)?.[1] ?? '';
const placeIn = ({ text }: Entry): string => (ONLY_SCORE.exec(text)?.[2] ?? '').trim().toLowerCase();

type TherapyVisit = ProseVisit & {
  readonly key: string;
  readonly facts: readonly Entry[];
  /** Its one score, or the one thing that it says; null where it says more than a course can tell. */
  readonly told: Entry | null;
};

const therapyVisit = (id: VisitId, facts: readonly Entry[], visit: ProseVisit | undefined): TherapyVisit[] => {
  if (visit?.kind !== 'therapy' || visit.date === null || precisionOf(visit.date) !== 'day') return [];
  const scores = facts.filter((entry) => scoreIn(entry) !== '');
  const told = scores.length > 0 ? scores : facts.filter(({ text }) => ONE_REMARK.test(text));
  const [only = null, ...others] = told;
  const isAll = others.length === 0 && (scores.length > 0 || told.length === facts.length);
  return [{ ...visit, key: id, facts, told: isAll ? only : null }];
};

const remarksIn = (entries: readonly Entry[]): TherapyCourse['remarks'] =>
  entries.flatMap(({ date, text }) => {
    const words = scoreIn({ text }) === '' ? ONE_REMARK.exec(text) : null;
    return words === null || date === null
      ? []
      : [{ date, words: words[1] === undefined ? lowerFirst(text.slice(0, -1)) : `"${words[1]}"` }];
  });

/**
 * The courses of therapy among accepted entries whose visits say little but how bad the pain was: those entries are told
 * in one sentence, and whatever else a visit with a score says stands by itself. Where a visit says more, the course is
 * none, for its visits would be counted wrongly.
 */
export const therapyCourses = (
  entries: readonly Entry[],
  visits: ReadonlyMap<VisitId, ProseVisit>,
): TherapyCourse[] => {
  const therapy = new Map(
    [...Map.groupBy(entries, ({ visit }) => visit)]
      .flatMap(([id, own]) => therapyVisit(id, own, visits.get(id)))
      .map((visit) => [visit.key, visit]),
  );
  return therapySeries([...therapy.values()]).flatMap(({ keys, first, last, specialty, missed }) => {
    const own = keys.flatMap((key) => therapy.get(key)?.told ?? []);
    const scored = own.filter((entry) => scoreIn(entry) !== '');
    const [start, end] = [own[0], own.at(-1)];
    const hasEnds = start === scored[0] && end === scored.at(-1) && new Set(scored.map(placeIn)).size === 1;
    const isCounted = own.length === keys.length && new Set(own.map(({ date }) => date)).size === own.length;
    if (missed > 0 || !isCounted || start === undefined || end === undefined) return [];
    return [
      {
        entries: own,
        visits: own.length,
        service: SERVICE.test(specialty) ? specialty.toLowerCase() : 'therapy',
        from: first,
        to: last,
        scores: hasEnds ? { from: scoreIn(start), to: scoreIn(end) } : null,
        remarks: remarksIn(own),
      },
    ];
  });
};

/**
 * `, with pain rated 8/10 at the first and 6/10 at the last; on 06/07/16, "no further gain"`; empty where there is no more
 * to say.
 */
export const wordScores = ({ scores, remarks }: TherapyCourse, dateStyle: DateStyle): string => {
  const rated =
    scores === null
      ? ''
      : scores.from === scores.to
        ? `, with pain rated ${scores.from}/10 at the first and the last`
        : `, with pain rated ${scores.from}/10 at the first and ${scores.to}/10 at the last`;
  return rated + remarks.map(({ date, words }) => `; on ${writeDate(date, dateStyle)}, ${words}`).join('');
};
