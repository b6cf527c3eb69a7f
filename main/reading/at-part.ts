import { findFacts } from '../../shared/find-facts.ts';
import { lowerFirst, upperFirst } from './sentence-case.ts';
import type { PartLabel, Unit } from './split-units.ts';
import { expandAbbreviations } from './statement/expand-abbreviations.ts';

/** Tests that are of the whole person or of a limb, whatever region's name stands before them. */
const OF_NO_PART =
  /\b(?:straight leg|gait|motor|sensation|sensory|reflex|neuro|waddell|spurling|strength|heels?|toes?)\b/i;
const STATE =
  /^(?:(?:much|slightly|somewhat|still|now|a little|less|more)\s+)?(?:worse|better|same|improved|improving|unchanged|stable|painful|tender|swollen|normal|sore|stiff|weak|unstable|asymptomatic|nontender|non-tender|unremarkable|resolved)\b/i;

const nameOf = ({ text }: PartLabel): string => {
  const name = lowerFirst(
    expandAbbreviations(text.replace(/^([RL])\b\.?/, (side) => (side.startsWith('R') ? 'right' : 'left'))),
  );
  return name === name.toUpperCase() ? name.toLowerCase() : name;
};

const isSpine = (name: string): boolean => /\b(?:spine|back|neck|lumbar|cervical|thoracic)\b/i.test(name);

/** Whether the words themselves say where: then the label says it no better. A part without its side does not. */
const saysWhere = (words: string, label: string): boolean => {
  const [own, named] = [findFacts(words), findFacts(label)];
  const partOf = (facts: typeof own): string | undefined => facts.find(({ kind }) => kind === 'body-part')?.value;
  const hasSide = (facts: typeof own): boolean => facts.some(({ kind }) => kind === 'side');
  if (hasSide(named)) return hasSide(own) || (partOf(own) !== undefined && partOf(own) !== partOf(named));
  return partOf(own) !== undefined || /\b(?:lumbar|cervical|thoracic)\b/i.test(words);
};

/** `Worse for 2 weeks` under "Right knee" is the right knee's: as a sentence, or null for other words. */
export const partState = ({ text, part }: Unit): string | null => {
  const words = expandAbbreviations(text).replace(/[\s.;,]+$/, '');
  if (part === null || !STATE.test(words) || /[;:]/.test(words)) return null;
  const name = nameOf(part);
  return `The ${name} ${/s$/.test(name) && !/pelvis$/.test(name) ? 'were' : 'was'} ${lowerFirst(words)}.`;
};

/** The statement with the part under whose name its words stand, unless it says where by itself. */
export const atPart = (statement: string, { part }: Pick<Unit, 'part'>): string => {
  if (part === null || statement === '') return statement;
  const name = nameOf(part);
  if (saysWhere(statement, name)) return statement;
  if (isSpine(name) && OF_NO_PART.test(statement)) return statement;
  return statement.startsWith('"') ? `${upperFirst(name)}: ${statement}` : `At the ${name}, ${lowerFirst(statement)}`;
};
