import type { PageTwins } from '../../../shared/duplicate.ts';
import type { TwinRun } from '../../reading/join-twins.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { listSketches, twinDecisions, writeTwinDecision, type SketchedPage } from '../../store/twins.ts';
import type { App, HandlersOf } from '../backend/app.ts';

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

const listTwins = async (app: App, file: ReadCase): Promise<PageTwins[]> => {
  const runs = await app.reading.findTwins(listSketches(file));
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
    .sort((one, other) => other.pages.length - one.pages.length);
};

export const duplicateService = (app: App): HandlersOf<'duplicate'> => ({
  'duplicate.list': (file) => listTwins(app, file),
  'duplicate.decide': (write, { id, decision }) => {
    writeTwinDecision(write, id, decision);
    return {};
  },
});
