import type { AppEvent } from '../../shared/app-event.ts';
import type { Contract, Method, Output } from '../../shared/contract.ts';
import type { Topic } from '../../shared/topic.ts';

type Of<K> = { [M in Method]: Contract[M]['kind'] extends K ? M : never }[Method];
export type QueryMethod = Of<'query'>;
/** Commands, and what the host itself answers. */
export type CommandMethod = Of<'command' | 'host'>;
export type JobMethod = Of<'job'>;

/** An answer to a query, with what the backend says it rests on and how new it is. */
export type Answered<M extends QueryMethod = QueryMethod> = {
  readonly value: Output<M>;
  readonly restsOn: readonly Topic[];
  /** The case's last change that it knows of; 0 where it is of no case. */
  readonly revision: number;
};

type Changed = Pick<Extract<AppEvent, { event: 'data.changed' }>, 'caseId' | 'topics'>;

const caseIdIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'caseId' in input ? input.caseId : undefined;

/** True when the answer to a query with this input may differ after a change; one without an answer yet is asked anyway. */
export const isTouched = (
  input: unknown,
  answered: Pick<Answered, 'restsOn'> | undefined,
  change: Changed,
): boolean => {
  if (answered === undefined) return true;
  const caseId = caseIdIn(input);
  if (caseId !== undefined && change.caseId !== null && caseId !== change.caseId) return false;
  return answered.restsOn.some((topic) => change.topics.includes(topic));
};
