import { findFacts } from '../../../shared/find-facts.ts';
import { lowerFirst, upperFirst, withFullStop } from '../sentence-case.ts';
import { completeSentence } from './complete-sentence.ts';
import { isPassive } from './write-complaint.ts';
import { isPlural, withArticle } from './noun-phrase.ts';
import { isSentence } from './is-sentence.ts';
import type { Pronoun } from './third-person.ts';

const IMPERATIVES: readonly (readonly [RegExp, string])[] = [
  [/^(?:start(?:(?: him| her| the patient| he| she)? on)?|begin|initiate|add|trial of)\s+/i, 'started'],
  [/^(?:continue(?: with| on| taking)?|maintain|resume)\s+/i, 'continued'],
  [/^(?:discontinue|stop|hold)\s+/i, 'discontinued'],
  [/^(?:refill(?:ed)?|renew)\s+/i, 'refilled'],
  [/^(?:prescribed?|prescription for|rx:?|write for)\s+/i, 'prescribed'],
  [/^(?:dispensed?|given|give)\s+/i, 'dispensed'],
  [
    /^(?:request(?:ed|ing)?(?: authorization)?(?: for| of)?|seek(?:ing)? authorization for|authorization (?:is )?(?:requested )?(?:for|of)|please authorize|(?:the )?provider (?:is |was )?request(?:s|ed|ing)?(?: authorization)?(?: for)?|rfa(?: for)?:?)\s+/i,
    'requested',
  ],
  [/^(?:recommend(?:ed|ing)?|(?:the )?provider recommend(?:s|ed))\s+(?!that)/i, 'recommended'],
  [/^(?:order(?:ed)?|obtain|(?:the )?provider order(?:s|ed)|get)\s+/i, 'ordered'],
  [/^(?:schedule|proceed with|plan for)\s+/i, 'planned'],
  [/^consider\s+/i, 'considered'],
  [/^await(?:ing)?\s+/i, 'awaited'],
];
const DOSE_CHANGE = /^(increase|decrease|reduce|change|switch|wean|taper)\s+(.+?)\s+((?:to|from|by)\s.+)$/i;
const REFERRAL =
  /^(?:refer(?:red|ral)?(?: (?:the )?(?:patient|him|her|he|she))? to|referral (?:to|for)|consult(?:ation)? with)\s+/i;
const INSTRUCTION =
  /^(finish|complete|avoid|wear|use|take|attend|keep|stay|apply|perform|do|rest|see|bring|limit|try|walk|exercise|ice)\s+/i;
/** A reason or purpose after the thing asked for; the verb goes before it. */
const TAIL =
  /,?\s+(?=(?:since|because|so that|in order to|to (?:look|rule|evaluate|assess|help|determine|address|reduce|improve|increase|let|treat|see|decrease|restore|confirm))\b)/i;

const drugsIn = (phrase: string): number => findFacts(phrase).filter(({ kind }) => kind === 'drug').length;
const be = (phrase: string): string =>
  isPlural(phrase) || /,\s[^,]+ and [^,]+$/.test(phrase) || (drugsIn(phrase) > 1 && /\sand\s/.test(phrase))
    ? 'were'
    : 'was';

/** `Manipulation, stimulation, ice`: measures of a visit listed by commas. */
const asList = (clause: string): string | null => {
  const parts = clause.split(/,\s+|\s\+\s/).map((part) => part.trim());
  return parts.length > 1 &&
    parts.every((part) => part.split(' ').length < 6 && !/\d\s?(?:mg|%)|#/.test(part)) &&
    !/\sand\s/.test(parts[0] ?? '')
    ? `${parts.slice(0, -1).join(', ')} and ${(parts.at(-1) ?? '').replace(/^and /, '')}`
    : null;
};

/** `X-ray right shoulder` is one of the right shoulder. */
const STUDY_OF =
  /^((?:repeat )?(?:MRI|X-rays?|CT(?: scan)?|ultrasound|EMG(?:\/NC[SV])?(?: study)?|MR arthrogram))\s+(?=(?:right|left|bilateral|both|lumbar|cervical|thoracic|shoulder|knee|hip|wrist|hand|ankle|foot|elbow)\b)/i;

/** `An MRI of the lumbar spine was requested to look for ...`: the verb after the thing, before its purpose. */
const said = (thing: string, verb: string): string => {
  const bare = thing.replace(/[\s.;,]+$/, '');
  const at = TAIL.exec(bare);
  const [head, tail] =
    at === null ? [bare, ''] : [bare.slice(0, at.index), bare.slice(at.index).replace(/^,?\s+/, ' ')];
  const isDrug = findFacts(head)[0]?.kind === 'drug' && /^[A-Za-z]/.test(head);
  const phrase = isDrug ? head : withArticle(lowerFirst(head.replace(STUDY_OF, '$1 of the ')));
  return upperFirst(
    `${phrase}${/,/.test(phrase) && !/,\s[^,]+ and [^,]+$/.test(phrase) ? ',' : ''} ${be(head)} ${verb}${tail}`,
  );
};

/** What a plan asks for or a visit provides: of nothing else is it said that it was requested or provided. */
const ASKABLE =
  /\b(?:therap|physiotherap|chiropract|acupunct|massage|manipulation|adjustment|mobilization|stimulation|ultrasound|traction|exercis|MRI|X-ray|x-ray|CT\b|EMG|NCS|NCV|electrodiagnostic|nerve conduction|scan|radiograph|stud(?:y|ies)|test|labs?\b|urine|evaluat|consult|referral|surger|arthroscop|repair|fusion|inject|block|ablation|epidural|brace|support|orthosis|splint|sling|unit\b|device|equipment|pump|walker|cane|crutch|ice\b|heat|cold|pack|pillow|mattress|program|sessions?|visits?|treatment|medication|tablet|patch|cream|gel|ointment|modified (?:work|duty)|rehabilitation|counseling|cognitive|psycholog|biofeedback|hospital|home health|transportation|gym|weight|clearance|instruction|education|soft tissue|needling|times a week)/i;

/** What a person does alone: recommended, not requested of anybody. */
const OWN_CARE =
  /^(?:ice|heat|rest|elevation|stretch\w*|walking|home exercises?|home exercise program|cold packs?|heat packs?|hot packs?|activity modification|weight loss)\b/i;

/** `Additional therapy requested`: the thing first, then what was done about it. */
const TRAILING =
  /^(.{4,160}?),?\s+(requested|ordered|recommended|prescribed|dispensed|continued|discontinued|refilled|started|planned|advised|denied|collected|obtained|performed|administered|given|scheduled|completed|reviewed|applied)$/i;

/** The clause that says what is ordered, without the instruction that follows it. */
export const firstClause = (text: string): string =>
  text.split(/;\s|\s+and\s+(?=(?:record|keep|return|follow|use|do|take|continue|start|call|see)\b)/)[0]?.trim() ?? text;

/** Verbs of instructions that are no order of the thing behind them. */
const NO_THING =
  /^(?:wean|taper|discuss(?:ed)?|await|review(?:ed)?|monitor|encourage[d]?|emphasi[sz]ed?|educated?|instruct(?:ed)?|advise[d]?|ensure|provide[d]?|recheck|return|call|follow|patient|declin\w+|he|she|will|would|no)\b/i;

/** One thing and no sentence: only of such is it said what became of it. */
const isThing = (words: string): boolean => words !== '' && !/[.;:]\s/.test(words) && !isSentence(words);

/** The clause without the word that orders, which the statement turns into its verb. */
export const withoutOrder = (clause: string): string => {
  const order = [...IMPERATIVES.map(([pattern]) => pattern), REFERRAL].find((pattern) => pattern.test(clause));
  return order === undefined ? clause : clause.replace(order, '');
};

type Form = (clause: string, who: string) => string | null;

const doseChange: Form = (clause) => {
  const [, verb = '', drug = '', how = ''] = DOSE_CHANGE.exec(clause) ?? [];
  return drug === '' ? null : `${upperFirst(drug)} ${be(drug)} ${verb.toLowerCase().replace(/e$/, '')}ed ${how}`;
};

const referral: Form = (clause, who) => {
  const match = REFERRAL.exec(clause);
  return match === null ? null : `${who} was referred to ${lowerFirst(clause.slice(match[0].length))}`;
};

const trailing: Form = (clause) => {
  const [, thing = '', done = ''] = TRAILING.exec(clause) ?? [];
  return isThing(thing) && !isSentence(clause) ? said(thing, done.toLowerCase()) : null;
};

const toBe: Form = (clause) => {
  const [, thing = '', done = ''] = /^(.{4,120}?)\s+to be\s+(\w+ed\b.*)$/i.exec(clause) ?? [];
  return isThing(thing) ? said(thing, `to be ${done}`) : null;
};

const discharge: Form = (clause, who) =>
  /^discharged?\s+(?:to|from|home)\b/i.test(clause) ? `${who} was discharged ${clause.replace(/^\w+\s+/, '')}` : null;

const appeal: Form = (clause) => {
  const thing = /^appeal(?:ing)?\s+(?:of\s+)?(?:the\s+)?(.+)$/i.exec(clause)?.[1];
  return thing === undefined || !isThing(thing) ? null : `The ${thing} was to be appealed`;
};

const imperative: Form = (clause) => {
  for (const [pattern, done] of IMPERATIVES) {
    const match = pattern.exec(clause);
    if (match !== null && isThing(clause.slice(match[0].length))) return said(clause.slice(match[0].length), done);
  }
  return null;
};

const notAsked: Form = (clause) => {
  const match = /^(no\b.*)\s+(asked for|needed|required|indicated|necessary)$/i.exec(clause);
  if (match !== null) return `${upperFirst(match[1] ?? '')} ${be(match[1] ?? '')} ${match[2] ?? ''}`;
  return /^no (?:further|additional|more) /i.test(clause) ? `${upperFirst(clause)} ${be(clause)} planned` : null;
};

const pending: Form = (clause) =>
  /\bpending\b/i.test(clause)
    ? upperFirst(clause.replace(/:?\s*(?:is\s+)?\bpending\b/i, ` ${be(clause.split(/:|pending/)[0] ?? '')} pending`))
    : null;

/** What is merely listed, and may be asked for or given. */
const listed = (clause: string, verb: string): string | null => {
  if (!isThing(clause) || NO_THING.test(clause) || (!ASKABLE.test(clause) && drugsIn(clause) === 0)) return null;
  if (/^(?:once|twice|\d{1,2} times|(?:one|two|three|four) times)\b/i.test(clause))
    return `Treatment ${lowerFirst(clause)} was ${verb}`;
  const list = verb === 'provided' || verb === 'requested' ? asList(clause) : null;
  if (list !== null) return `${upperFirst(list)} were ${verb}`;
  if (/\bnext (?:visit|appointment)\b/i.test(clause)) return said(clause, 'planned');
  return said(clause, verb === 'requested' && OWN_CARE.test(clause) ? 'recommended' : verb);
};

/**
 * An order, prescription or request of a plan as a letter tells it: `MRI of the lumbar spine` becomes `An MRI of the
 * lumbar spine was requested.`, `Continue ibuprofen` becomes `Ibuprofen was continued.`. `verb` is for what is merely
 * listed. Empty where it is not plain what is ordered.
 */
export const planStatement = (text: string, verb: string, pronoun: Pronoun): string => {
  const who = pronoun === null ? 'The patient' : upperFirst(pronoun);
  const clause = firstClause(text).replace(/\.$/, '');
  for (const form of [doseChange, referral, discharge, trailing, toBe, appeal, imperative]) {
    const made = form(clause, who);
    if (made !== null) return withFullStop(made);
  }
  if (isSentence(clause)) return completeSentence(text, 'plan', pronoun);
  if (isPassive(clause) || /^pain\b.*\d/i.test(clause)) return completeSentence(clause, 'subjective', pronoun);
  if (INSTRUCTION.test(clause)) return withFullStop(`${who} was to ${lowerFirst(clause)}`);
  const none = notAsked(clause, who);
  if (none !== null) return withFullStop(none);
  if (/^no /i.test(clause)) return completeSentence(clause, 'subjective', pronoun);
  return withFullStop(pending(clause, who) ?? listed(clause, verb) ?? '');
};
