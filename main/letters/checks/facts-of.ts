import { findFacts, type Fact } from '../../../shared/find-facts.ts';
import { splitSentences } from '../../../shared/split-sentences.ts';
import { remember } from '../../../shared/remember.ts';

/** A letter of many items has some hundred sentences. */
const TEXTS = 2000;

/** The facts of a text, dates left out. */
export const factsOf: (text: string) => readonly Fact[] = remember(TEXTS, (text) => findFacts(text));

/** The sentences of a text. */
export const sentencesOf: (text: string) => readonly string[] = remember(TEXTS, (text) =>
  splitSentences(text).map((sentence) => sentence.text),
);
