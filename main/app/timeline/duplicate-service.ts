import type { PageTwins } from '../../../shared/duplicate.ts';
import { findDates } from '../../../shared/find-dates.ts';
import type { PageId } from '../../../shared/ids.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { joinTwins, type TwinRun } from '../../reading/join-twins.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { listSketches, twinDecisions, writeTwinDecision, type SketchedPage } from '../../store/twins.ts';
import { textOfPage } from '../../store/pages.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';

const sideOf = (run: TwinRun<SketchedPage>, side: 'a' | 'b'): PageTwins['a'] => {
  const first = run[0][side];
  return {
    record: first.record,
    title: first.title,
    from: first.number,
    to: first.number + run.length - 1,
    firstPage: first.id,
  };
};

/** The days that each page gives, read once for as long as the answer is made. */
const datesOfPages = (file: ReadCase, latest: PartialDate): ((page: SketchedPage) => ReadonlySet<PartialDate>) => {
  const known = new Map<PageId, ReadonlySet<PartialDate>>();
  return ({ id, record, number }) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const dates = findDates(textOfPage(file, record, number) ?? '', { latest });
    const days = new Set(dates.filter(({ precision }) => precision === 'day').map(({ date }) => date));
    known.set(id, days);
    return days;
  };
};

/** Of the days that recognition has read, so many may be misread on one of two copies. */
const SHARED_DAYS = 0.5;

/**
 * Copies agree in their dates too: twelve notes under one template, and four statements of the same services, are no
 * copies of each other.
 */
const agreeInDate = (a: SketchedPage, b: SketchedPage, datesOf: ReturnType<typeof datesOfPages>): boolean => {
  if (a.date !== null && b.date !== null && a.date !== b.date) return false;
  const [own, others] = [datesOf(a), datesOf(b)];
  if (own.size === 0 || others.size === 0) return true;
  const shared = [...own].filter((day) => others.has(day)).length;
  const share = shared / (own.size + others.size - shared);
  return a.isRecognised || b.isRecognised ? share >= SHARED_DAYS : share === 1;
};

const likenessOf = ({ pages }: PageTwins): number =>
  pages.reduce((sum, { likeness }) => sum + likeness, 0) / Math.max(1, pages.length);

const listTwins = async (app: App, file: ReadCase): Promise<PageTwins[]> => {
  const alike = (await app.reading.findTwins(listSketches(file))).flat();
  const datesOf = datesOfPages(file, today(app));
  const runs = joinTwins(alike.filter(({ a, b }) => agreeInDate(a, b, datesOf)));
  const decisions = twinDecisions(file);
  return runs
    .map((run): PageTwins => {
      const id = `${run[0].a.id}-${run[0].b.id}`;
      return {
        id,
        a: sideOf(run, 'a'),
        b: sideOf(run, 'b'),
        pages: run.map(({ a, b, likeness }) => ({
          a: a.id,
          b: b.id,
          likeness,
          by: a.sketch.length > 0 ? 'words' : 'picture',
        })),
        decision: decisions.get(id) ?? 'open',
      };
    })
    .sort((one, other) => likenessOf(other) - likenessOf(one) || other.pages.length - one.pages.length);
};

export const duplicateService = (app: App): HandlersOf<'duplicate'> => ({
  'duplicate.list': (file) => listTwins(app, file),
  'duplicate.decide': (write, { id, decision }) => {
    writeTwinDecision(write, id, decision);
    return {};
  },
});
