import { contract } from '../../shared/contract.ts';
import type { AppEvent, Contract, Method, Topic } from '../../shared/contract.ts';

type Of<K> = { [M in Method]: Contract[M]['kind'] extends K ? M : never }[Method];
export type QueryMethod = Of<'query'>;
/** Commands, and what the host itself answers. */
export type CommandMethod = Of<'command' | 'host'>;
export type JobMethod = Of<'job'>;

/** What each query's answer rests on: when one of these changes, it is asked again. */
export const RESTS_ON: Readonly<Record<QueryMethod, readonly Topic[]>> = {
  'vault.status': ['vault'],
  'settings.show': ['settings'],
  'guideline.list': ['settings'],
  'case.list': ['cases', 'case', 'records', 'pages', 'items', 'timeline', 'summary', 'letter'],
  'case.show': ['cases', 'case', 'records', 'pages', 'timeline', 'summary', 'items', 'letter'],
  'case.propose': ['records', 'pages'],
  'record.list': ['records', 'pages'],
  'intake.list': ['records', 'pages'],
  'duplicate.list': ['records', 'pages', 'duplicates'],
  'ocr.status': ['records', 'pages'],
  'eye.list': ['records', 'pages'],
  'page.list': ['records', 'pages'],
  'page.show': ['pages'],
  'search.run': ['records', 'pages'],
  'timeline.list': ['timeline'],
  'summary.show': ['summary'],
  'item.list': ['items'],
  'item.readList': [],
  'item.read': [],
  'item.write': [],
  'item.partial': [],
  'item.suggest': ['items', 'summary'],
  'statement.build': ['settings'],
  'statement.parse': [],
  'snippet.list': ['settings'],
  'snippet.fill': ['settings', 'case', 'items', 'summary'],
  'template.show': ['settings'],
  'precedent.list': ['precedents'],
  'precedent.search': ['precedents'],
  'precedent.similar': ['precedents', 'items'],
  'letter.preview': ['case', 'summary', 'items', 'letter', 'settings'],
  'letter.pages': ['case', 'summary', 'items', 'letter', 'settings'],
  'letter.issued': ['letter', 'case', 'items', 'summary', 'settings'],
  'letter.documents': ['records', 'timeline'],
  'letter.checks': ['case', 'records', 'pages', 'timeline', 'summary', 'items', 'letter', 'settings'],
  'letter.check': ['case', 'records', 'pages', 'timeline', 'summary', 'items', 'letter', 'settings'],
};

export const isQueryMethod = (method: string): method is QueryMethod => Object.hasOwn(RESTS_ON, method);
export const isJob = (method: Method): boolean => contract[method].kind === 'job';

type Changed = Extract<AppEvent, { event: 'data.changed' }>;

/** True when the answer to `method` with `input` may differ after `change`. */
export const isTouched = (method: string, input: unknown, change: Pick<Changed, 'caseId' | 'topics'>): boolean => {
  if (!isQueryMethod(method) || !RESTS_ON[method].some((topic) => change.topics.includes(topic))) return false;
  const caseId = typeof input === 'object' && input !== null && 'caseId' in input ? input.caseId : undefined;
  return caseId === undefined || change.caseId === null || caseId === change.caseId;
};
