import type { AppEvent } from '../../../shared/app-event.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Topic } from '../../../shared/topic.ts';

/** Lists are long, and nobody reads faster than this while something is imported or recognised. */
const GATHERED_MS = 1000;

/** Tells the listeners of the backend what has changed: what a person did at once, what the background did gathered. */
export type Notices = {
  readonly tell: (caseId: CaseId | null, topics: readonly Topic[], revision?: number) => void;
  readonly gather: (caseId: CaseId, topics: readonly Topic[], revision: number) => void;
  /** Tells now what was gathered. */
  readonly flush: () => void;
};

type Gathered = { readonly topics: Set<Topic>; revision: number };

export const newNotices = (emit: (event: AppEvent) => void): Notices => {
  const gathered = new Map<CaseId, Gathered>();
  let timer: NodeJS.Timeout | undefined;
  const tell: Notices['tell'] = (caseId, topics, revision) => {
    if (topics.length > 0) emit({ event: 'data.changed', caseId, topics: [...topics], revision: revision ?? null });
  };
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const all = [...gathered];
    gathered.clear();
    for (const [caseId, { topics, revision }] of all) tell(caseId, [...topics], revision);
  };
  return {
    tell,
    flush,
    gather: (caseId, topics, revision) => {
      const known = gathered.get(caseId) ?? { topics: new Set<Topic>(), revision };
      for (const topic of topics) known.topics.add(topic);
      known.revision = revision;
      gathered.set(caseId, known);
      timer ??= setTimeout(flush, GATHERED_MS).unref();
    },
  };
};
