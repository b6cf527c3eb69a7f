import { z } from 'zod';
import { CaseId } from './ids.ts';
import { command, done, inCase, query } from './method.ts';
import { TextSpan } from './span.ts';
import { LeftOut, Sentence, ShownSentence } from './summary.ts';

/** The part of the contract about the clinical case summary. */
export const summaryMethods = {
  'summary.show': query(inCase, z.array(ShownSentence)),
  /**
   * Brings the prose up to the accepted entries: sentences that nobody touched are composed anew or taken out, new ones
   * are added; one that was touched stays, with its new version offered where its entries changed.
   */
  'summary.compose': command(inCase, z.array(ShownSentence), 'update of the summary'),
  /** What is accepted and not told, because the reviewer took its sentence out: an update leaves it out. */
  'summary.leftOut': query(inCase, z.array(LeftOut)),
  /** Tells again what was left out, in the timeline's words of today; those that are not left out are passed over. */
  'summary.putBack': command(
    z.strictObject({ caseId: CaseId, sentences: z.array(Sentence.shape.id) }),
    z.array(ShownSentence),
    'sentences put back',
  ),
  /**
   * Decides a sentence whose entries changed: `new` takes the timeline's words, `mine` keeps the reviewer's. Refuses with
   * `not-found`.
   */
  'summary.settle': command(
    z.strictObject({ caseId: CaseId, sentence: Sentence.shape.id, choice: z.enum(['new', 'mine']) }),
    z.array(ShownSentence),
    'decision on a sentence',
  ),
  /** The whole prose after an edit: a sentence keeps its identity and sources while a fair share of it stands. */
  'summary.write': command(
    z.strictObject({ caseId: CaseId, text: z.string() }),
    z.array(ShownSentence),
    'change of the summary',
  ),
  /** Adds words of a page to what a sentence rests on. */
  'summary.cite': command(
    z.strictObject({ caseId: CaseId, sentence: Sentence.shape.id, source: TextSpan }),
    done,
    'sources of a sentence',
  ),
  'summary.uncite': command(
    z.strictObject({ caseId: CaseId, sentence: Sentence.shape.id, source: TextSpan }),
    done,
    'sources of a sentence',
  ),
} as const;
