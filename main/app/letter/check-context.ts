import { daysToApply, dueDate } from '../../../shared/clocks.ts';
import { documentFinder } from '../../../shared/find-document.ts';
import type { Item } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { isWeighed } from '../../../shared/worksheet.ts';
import type { CheckContext, CheckedRecord } from '../../letters/checks/check.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readFacts } from '../../store/facts.ts';
import { documentsInCase } from '../../store/documents.ts';
import { today, type App } from '../backend/app.ts';
import { earlierDeterminations } from './earlier-determinations.ts';
import { denialClaimsIn, mentionsIn, unreliedPages } from './find-mentions.ts';
import type { PrecedentShelf } from './precedent-shelf.ts';
import { checkedRationales } from './rationale-drift.ts';
import { readGuidelines } from './read-guidelines.ts';
import { requestedOn } from './requested-on.ts';
import { treatmentsOf } from '../timeline/treatment-service.ts';
import type { CaseProposals } from '../timeline/reading-tasks.ts';
import type { IsKnownWord } from './spelling.ts';
import { keptSearches } from './kept-searches.ts';
import { readCalendar } from '../vault/read-calendar.ts';
import { readSettings } from '../vault/settings-service.ts';
import { checkedSentences } from '../summary/read-summary.ts';

/** A record with whoever signed it. */
type SignedRecord = CheckedRecord & { readonly provider: string };

const recordsOf = (
  file: ReadCase,
  items: readonly Item[],
  sentences: CheckContext['sentences'] & object,
): SignedRecord[] => {
  const documents = documentsInCase(file);
  const documentOf = documentFinder(documents);
  const cited = new Set(
    [
      ...sentences.flatMap(({ sources }) => sources),
      ...items.flatMap(({ evidence }) => evidence.map(({ span }) => span)),
    ].map((span) => documentOf(span)?.id),
  );
  return documents.map(({ id, kind, title, provider }) => ({ kind, label: title, isCited: cited.has(id), provider }));
};

/** What the records tell, as far as it is read: requests, people, the birth date where they give only one. */
const toldByRecords = ({ items, identities }: CaseProposals, notDisputed: readonly string[]): Partial<CheckContext> => {
  const dismissed = new Set(notDisputed.map(foldSpace));
  const births = [...new Set(identities.filter(({ kind }) => kind === 'birth-date').map(({ text }) => text))];
  return {
    disputedItems: items.map(({ heading }) => heading).filter((heading) => !dismissed.has(foldSpace(heading))),
    identities,
    ...(births.length === 1 && births[0] !== undefined && { birthDate: births[0] }),
  };
};

/**
 * What is known beside the case's own drafts: what its records tell and the dictionary, null while they are still being
 * read, and the reviewer's earlier words.
 */
export type CaseKnowledge = {
  readonly told: CaseProposals | null;
  readonly ownLike: PrecedentShelf['ownLike'];
  readonly isKnownWord: IsKnownWord | null;
};

/** Everything that the letter checks may know of a case. */
export const checkContext = (
  app: App,
  file: ReadCase,
  items: readonly Item[],
  { told, ownLike, isKnownWord }: CaseKnowledge,
): CheckContext => {
  const facts = readFacts(file);
  const latest = facts.header.decisionDate === '' ? today(app) : facts.header.decisionDate;
  const settings = readSettings(app);
  const sentences = checkedSentences(file, latest, settings);
  const records = recordsOf(file, items, sentences);
  const isCited = (label: string): boolean => records.some((one) => one.label === label && one.isCited);
  const due = dueDate(facts, readCalendar(app));
  return {
    today: today(app),
    guidelines: readGuidelines(app),
    requested: requestedOn(file),
    settings,
    forms: app.assets.forms,
    attested: facts.attested,
    daysToApply: daysToApply(facts),
    sentences,
    records,
    treatments: () => treatmentsOf(file, today(app)),
    earlierDeterminations: earlierDeterminations(file).map((one) => ({ ...one, isCited: isCited(one.label) })),
    requesters: records.flatMap(({ kind, provider }) => (kind === 'request-for-authorization' ? [provider] : [])),
    rationales: checkedRationales(items, latest),
    findMentions: mentionsIn(file),
    denialClaims: denialClaimsIn(file),
    pagesNotReliedOn: unreliedPages(file),
    keptSearches: keptSearches(file, items),
    weighedItems: items.flatMap(({ worksheet }, index) => (isWeighed(worksheet) ? [index] : [])),
    earlierRationales: items.flatMap(({ rationale }) =>
      ownLike(rationale, { id: file.id, caseNumber: facts.header.caseNumber }),
    ),
    ...(due !== '' && { due }),
    ...(isKnownWord !== null && { isKnownWord }),
    ...(told !== null && toldByRecords(told, facts.notDisputed)),
  };
};
