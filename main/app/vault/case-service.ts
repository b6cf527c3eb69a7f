import type { ParsedInput } from '../../../shared/contract.ts';
import { stated } from '../../../shared/stated.ts';
import type { CaseFacts, CaseRow } from '../../../shared/case.ts';
import { changeCase } from '../../store/change-case.ts';
import { readFacts, writeFacts } from '../../store/facts.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { caseOverview, caseRow } from './case-row.ts';
import { createCase } from './create-case.ts';
import { openSampleCase } from './open-sample-case.ts';
import type { PrecedentShelf } from '../letter/precedent-shelf.ts';
import type { ProposeCase } from './propose-case.ts';

const mergeFacts = (
  before: CaseFacts,
  { header, ...rest }: ParsedInput<'case.update'>['facts'],
): Partial<CaseFacts> => ({
  ...stated(rest),
  ...(header !== undefined && { header: { ...before.header, ...stated(header) } }),
});

/** By due date, cases without one last. */
const byDue = (a: CaseRow, b: CaseRow): number =>
  (a.due || '9999').localeCompare(b.due || '9999') || a.createdAt.localeCompare(b.createdAt);

export const caseService = (app: App, proposeCase: ProposeCase, shelf: PrecedentShelf): HandlersOf<'case'> => ({
  'case.list': () => {
    const vault = app.session.vault();
    return vault
      .caseIds()
      .map((id) => caseRow(app.session.case(id), vault.createdAt(id)))
      .sort(byDue);
  },
  'case.create': ({ letter, origin }) => ({ caseId: createCase(app, letter, origin).id }),
  'case.show': ({ caseId }) => caseOverview(app.session.case(caseId), app.session.vault().createdAt(caseId)),
  'case.update': ({ caseId, facts }) => {
    const file = app.session.case(caseId);
    changeCase(
      file,
      { method: 'case.update', now: app.now(), joinKey: `case.update ${Object.keys(facts).join(' ')}` },
      (write) => writeFacts(write, mergeFacts(readFacts(write), facts)),
    );
    app.changed(caseId, ['case', 'cases', 'letter']);
    return {};
  },
  'case.erase': ({ caseId }) => {
    const vault = app.session.vault();
    app.stopBackground(caseId);
    app.session.closeCase(caseId);
    vault.eraseCase(caseId);
    shelf.changed();
    app.changed(caseId, ['cases', 'precedents']);
    return {};
  },
  'case.openSample': (_input, call) => openSampleCase(app, call),
  'case.propose': async ({ caseId }) => {
    const { header, items } = await proposeCase.settled(app.session.case(caseId));
    return { header, items };
  },
});
