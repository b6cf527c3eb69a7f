import type { ReadCase } from '../../store/case-file.ts';
import { theCase } from '../../store/open-case.ts';
import { readingsVersion } from '../../store/readings.ts';
import { noteReads } from '../../store/reads.ts';
import { today, type App } from '../backend/app.ts';
import type { CaseProposals } from '../timeline/reading-tasks.ts';
import { caseTexts } from '../timeline/record-texts.ts';

type Answer = { readonly version: string; readonly proposals: Promise<CaseProposals>; known: CaseProposals | null };

/** What a case's records tell of it. */
export type ProposeCase = {
  /** Waits for it; the same texts are read once, however often they are asked about. */
  readonly settled: (file: ReadCase) => Promise<CaseProposals>;
  /**
   * What is known of it by now; null while it is read, and then whoever listens is told that the letter is to be looked
   * at again.
   */
  readonly known: (file: ReadCase) => CaseProposals | null;
};

export const newProposeCase = (app: App): ProposeCase => {
  const answers = new WeakMap<ReadCase, Answer>();
  const answerOf = (file: ReadCase): Answer => {
    noteReads(['background', 'records']);
    const version = `${readingsVersion(file)} ${today(app)}`;
    const before = answers.get(theCase(file));
    if (before?.version === version) return before;
    const answer: Answer = {
      version,
      proposals: app.reading.proposeCase(caseTexts(file), { latest: today(app) }),
      known: null,
    };
    answers.set(theCase(file), answer);
    answer.proposals.then(
      (proposals) => {
        answer.known = proposals;
        app.changed(file.id, ['background']);
      },
      () => answers.delete(theCase(file)),
    );
    return answer;
  };
  return {
    settled: (file) => answerOf(file).proposals,
    known: (file) => answerOf(file).known,
  };
};
