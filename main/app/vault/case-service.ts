import type { ParsedInput } from '../../../shared/contract.ts';
import { stated } from '../../../shared/stated.ts';
import type { CaseFacts, CaseRow } from '../../../shared/case.ts';
import { formOf } from '../../letters/letter-forms.ts';
import { readFacts, writeFacts } from '../../store/facts.ts';
import { Topic } from '../../../shared/topic.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { caseOverview, rememberedRow } from './case-row.ts';
import { createCase } from './create-case.ts';
import { openSampleCase } from './open-sample-case.ts';
import type { PrecedentShelf } from '../letter/precedent-shelf.ts';
import type { ProposeCase } from './propose-case.ts';
import { readCalendar } from './read-calendar.ts';

/** What becomes of the details: of a block only the fields that are given. */
const mergeFacts = (
  before: CaseFacts,
  { header, reviewer, coverFields, ...rest }: ParsedInput<'case.update'>['facts'],
): Partial<CaseFacts> => ({
  ...stated(rest),
  ...(header !== undefined && { header: { ...before.header, ...stated(header) } }),
  ...(reviewer !== undefined && { reviewer: { ...before.reviewer, ...stated(reviewer) } }),
  ...(coverFields !== undefined && { coverFields: { ...before.coverFields, ...coverFields } }),
});

/** What is read again when the file of a case was opened anew. */
const ALL_TOPICS = Topic.options;

/** By due date, cases without one last. */
const byDue = (a: CaseRow, b: CaseRow): number =>
  (a.due || '9999').localeCompare(b.due || '9999') || a.createdAt.localeCompare(b.createdAt);

export const caseService = (
  app: App,
  proposeCase: ProposeCase,
  shelf: PrecedentShelf,
): Omit<HandlersOf<'case'>, 'case.verify'> => ({
  'case.list': () => {
    app.session.settle();
    return app.session.vault().memories.all().map(rememberedRow).sort(byDue);
  },
  'case.create': ({ letter, origin }) => ({ caseId: createCase(app, letter, origin).id }),
  'case.show': (file) =>
    caseOverview(file, app.session.vault().createdAt(file.id), app.session.conditionOf(file.id), readCalendar(app)),
  'case.update': {
    joinsWith: (_file, { facts }) =>
      Object.entries(facts)
        .flatMap(([name, value]) => [name, ...(typeof value === 'object' ? Object.keys(value) : [])])
        .join(' '),
    run: (write, { facts }) => {
      if (facts.form !== undefined) formOf(app.assets.forms, facts.form);
      writeFacts(write, mergeFacts(readFacts(write), facts));
      return {};
    },
  },
  'case.keep': ({ caseId }) => {
    app.session.keep(caseId);
    app.changed(caseId, ALL_TOPICS);
    return {};
  },
  'case.dispute': (write, { headings, isDisputed }) => {
    const others = readFacts(write).notDisputed.filter((heading) => !headings.includes(heading));
    writeFacts(write, { notDisputed: isDisputed ? others : [...others, ...headings] });
    return {};
  },
  'case.erase': ({ caseId }) => {
    const vault = app.session.vault();
    app.stopBackground(caseId);
    app.session.closeCase(caseId, false);
    vault.eraseCase(caseId);
    shelf.changed();
    app.changed(caseId, ['cases', 'precedents']);
    return {};
  },
  'case.openSample': (_input, call) => openSampleCase(app, call),
  'case.propose': async (file) => {
    const { header, items } = await proposeCase.settled(file);
    return { header, items };
  },
});
