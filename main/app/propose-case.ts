import type { ReadCase } from '../store/case-file.ts';
import { readingsVersion } from '../store/readings.ts';
import { today, type App } from './app.ts';
import type { CaseProposals } from './reading-tasks.ts';
import { caseTexts } from './record-texts.ts';

type Answer = { readonly version: string; readonly proposals: Promise<CaseProposals> };

/** Header values and items found in a case's records; the same texts are read once, however often they are asked about. */
export const newProposeCase = (app: App): ((file: ReadCase) => Promise<CaseProposals>) => {
  const answers = new WeakMap<ReadCase, Answer>();
  return (file) => {
    const version = `${readingsVersion(file)} ${today(app)}`;
    const known = answers.get(file);
    if (known?.version === version) return known.proposals;
    const proposals = app.reading.proposeCase(caseTexts(file), { latest: today(app) });
    answers.set(file, { version, proposals });
    proposals.catch(() => answers.delete(file));
    return proposals;
  };
};
