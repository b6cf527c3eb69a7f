import { useQuery } from '@tanstack/react-query';
import type { CaseId, VisitId } from '../../shared/ids.ts';
import { VISITS_AT_ONCE, withVisitChanges } from '../../shared/visit-card.ts';
import type { Visit, VisitRow } from '../../shared/visit-card.ts';
import { askWhole, queryClient } from './client.ts';
import type { CallError } from './client.ts';
import type { Answered } from './topics.ts';

type Shown = Answered<'visit.show'>;
type Waiting = {
  readonly id: VisitId;
  readonly resolve: (answered: Shown) => void;
  readonly reject: (error: unknown) => void;
};

const waiting = new Map<CaseId, Waiting[]>();

const askTogether = async (caseId: CaseId, asked: readonly Waiting[]): Promise<void> => {
  try {
    const answered = await askWhole('visit.show', { caseId, ids: [...new Set(asked.map(({ id }) => id))] });
    // What they rest on is the list's to say: a card is read again where its own visit has changed, and not with each.
    for (const { id, resolve } of asked)
      resolve({ ...answered, restsOn: [], value: answered.value.filter((visit) => visit.id === id) });
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
};

const flush = (caseId: CaseId): void => {
  const asked = waiting.get(caseId) ?? [];
  waiting.delete(caseId);
  for (let at = 0; at < asked.length; at += VISITS_AT_ONCE)
    void askTogether(caseId, asked.slice(at, at + VISITS_AT_ONCE));
};

/** Asks for one visit, together with all others that are asked for in the same moment: the cards of a screen. */
const askVisit = (caseId: CaseId, id: VisitId): Promise<Shown> =>
  new Promise((resolve, reject) => {
    const asked = waiting.get(caseId);
    if (asked !== undefined) asked.push({ id, resolve, reject });
    else {
      waiting.set(caseId, [{ id, resolve, reject }]);
      setTimeout(() => flush(caseId), 0);
    }
  });

const queryOf = (caseId: CaseId, id: VisitId) => ({
  queryKey: ['visit.show', { caseId, ids: [id] }] as const,
  queryFn: () => askVisit(caseId, id),
});

type Listed = Answered<'visit.list'>;

/** Has the cards read again that are of these visits, or of any, and do not know of the revision yet. */
const forgetVisits = (caseId: CaseId, ids: ReadonlySet<VisitId> | null, revision: number): void =>
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [method, input], state: { data } }) => {
      if (method !== 'visit.show') return false;
      const asked = input as ReturnType<typeof queryOf>['queryKey'][1];
      const isMeant = asked.caseId === caseId && (ids === null || asked.ids.some((id) => ids.has(id)));
      return isMeant && ((data as Shown | undefined)?.revision ?? 0) < revision;
    },
  });

const listKey = (caseId: CaseId) => ['visit.list', { caseId }];

/** Of a long list only what has changed since it was read comes again. */
const askVisits = async (caseId: CaseId): Promise<Listed> => {
  const before = queryClient.getQueryData<Listed>(listKey(caseId));
  const since = before && (await askWhole('visit.changed', { caseId, since: before.revision }));
  if (before === undefined || since === undefined || since.value === null) {
    const whole = await askWhole('visit.list', { caseId });
    forgetVisits(caseId, null, whole.revision);
    return whole;
  }
  const { value: changes, revision } = since;
  forgetVisits(caseId, new Set([...changes.rows.map(({ id }) => id), ...changes.gone]), revision);
  return { ...before, value: withVisitChanges(before.value, changes), revision };
};

/** Every visit in the order of time, followed; undefined until they are there. */
export const useVisits = (
  caseId: CaseId,
): { readonly visits: readonly VisitRow[] | undefined; readonly revision: number } => {
  const { data } = useQuery<Listed, CallError>({ queryKey: listKey(caseId), queryFn: () => askVisits(caseId) });
  return { visits: data?.value, revision: data?.revision ?? 0 };
};

/** A visit with its facts, followed; `visit` is undefined until it is there, and once it is gone. */
export const useVisit = (
  caseId: CaseId,
  id: VisitId,
  isEnabled = true,
): { readonly visit: Visit | undefined; readonly revision: number } => {
  const { data } = useQuery<Shown, CallError>({ ...queryOf(caseId, id), enabled: isEnabled });
  return { visit: data?.value[0], revision: data?.revision ?? 0 };
};

/** A visit as it is known here, else asked for. */
export const fetchVisit = async (caseId: CaseId, id: VisitId): Promise<Visit | undefined> =>
  (await queryClient.fetchQuery(queryOf(caseId, id))).value[0];

/** Asks for those visits that are not known yet, together, so that their cards are drawn once and whole. */
export const readVisitsAhead = (caseId: CaseId, ids: readonly VisitId[]): void => {
  for (const id of ids) {
    const query = queryOf(caseId, id);
    if (queryClient.getQueryState(query.queryKey) === undefined) void queryClient.prefetchQuery(query);
  }
};

/** A visit as it is known here; undefined where it was not asked for yet. */
export const knownVisit = (caseId: CaseId, id: VisitId): Visit | undefined =>
  queryClient.getQueryData<Shown>(queryOf(caseId, id).queryKey)?.value[0];

/** Reads visits again at once where their cards do not know of this revision yet. */
export const readVisitsAgain = async (caseId: CaseId, ids: readonly VisitId[], revision: number): Promise<void> => {
  const behind = ids
    .map((id) => queryOf(caseId, id).queryKey)
    .filter((queryKey) => {
      const known = queryClient.getQueryData<Shown>(queryKey);
      return known !== undefined && known.revision < revision;
    });
  await Promise.all(behind.map((queryKey) => queryClient.refetchQueries({ queryKey, exact: true, type: 'active' })));
};
