import { findFacts } from '../../../shared/find-facts.ts';
import { lowerFirst, upperFirst, withFullStop } from '../sentence-case.ts';
import { completeSentence, isPassive, isPlural, isSentence, withArticle } from './complete-sentence.ts';
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

/** `An MRI of the lumbar spine was requested to look for ...`: the verb after the thing, before its purpose. */
const said = (thing: string, verb: string): string => {
  const bare = thing.replace(/[\s.;,]+$/, '');
  const at = TAIL.exec(bare);
  const [head, tail] =
    at === null ? [bare, ''] : [bare.slice(0, at.index), bare.slice(at.index).replace(/^,?\s+/, ' ')];
  const isDrug = findFacts(head)[0]?.kind === 'drug' && /^[A-Za-z]/.test(head);
  const phrase = isDrug ? head : withArticle(lowerFirst(head));
  return upperFirst(
    `${phrase}${/,/.test(phrase) && !/,\s[^,]+ and [^,]+$/.test(phrase) ? ',' : ''} ${be(head)} ${verb}${tail}`,
  );
};

/** What a plan asks for or a visit provides: of nothing else is it said that it was requested or provided. */
const ASKABLE =
  /\b(?:therap|physiotherap|chiropract|acupunct|massage|manipulation|adjustment|mobilization|stimulation|ultrasound|traction|exercis|MRI|X-ray|x-ray|CT\b|EMG|NCS|NCV|electrodiagnostic|nerve conduction|scan|radiograph|stud(?:y|ies)|test|labs?\b|urine|evaluat|consult|referral|surger|arthroscop|repair|fusion|inject|block|ablation|epidural|brace|support|orthosis|splint|sling|unit\b|device|equipment|pump|walker|cane|crutch|ice\b|heat|cold|pack|pillow|mattress|program|sessions?|visits?|treatment|medication|tablet|patch|cream|gel|ointment|modified (?:work|duty)|rehabilitation|counseling|cognitive|psycholog|biofeedback|hospital|home health|transportation|gym|weight|clearance|instruction|education|soft tissue|needling|times a week)/i;

/** `Additional therapy requested`: the thing first, then what was done about it. */
const TRAILING =
  /^(.{4,160}?),?\s+(requested|ordered|recommended|prescribed|dispensed|continued|discontinued|refilled|started|planned|advised|denied)$/i;

const firstClause = (text: string): string =>
  text.split(/;\s|\s+and\s+(?=(?:record|keep|return|follow|use|do|take|continue|start|call|see)\b)/)[0]?.trim() ?? text;

/**
 * An order, prescription or request of a plan as a letter tells it: `MRI of the lumbar spine` becomes `An MRI of the
 * lumbar spine was requested.`, `Continue ibuprofen` becomes `Ibuprofen was continued.`. `verb` is for what is merely
 * listed.
 */
export const planStatement = (text: string, verb: string, pronoun: Pronoun): string => {
  const who = pronoun === null ? 'The patient' : upperFirst(pronoun);
  const clause = firstClause(text).replace(/\.$/, '');
  const change = DOSE_CHANGE.exec(clause);
  if (change !== null)
    return withFullStop(
      `${upperFirst(change[2] ?? '')} ${be(change[2] ?? '')} ${(change[1] ?? '').toLowerCase().replace(/e$/, '')}${/er$/i.test(change[1] ?? '') ? 'ed' : /switch|wean/i.test(change[1] ?? '') ? 'ed' : 'ed'} ${change[3] ?? ''}`,
    );
  const referral = REFERRAL.exec(clause);
  if (referral !== null) return withFullStop(`${who} was referred to ${lowerFirst(clause.slice(referral[0].length))}`);
  const trailing = TRAILING.exec(clause);
  if (trailing !== null && !isSentence(clause))
    return withFullStop(said(trailing[1] ?? '', (trailing[2] ?? '').toLowerCase()));
  for (const [pattern, done] of IMPERATIVES) {
    const match = pattern.exec(clause);
    if (match !== null && !isSentence(clause.slice(match[0].length)))
      return withFullStop(said(clause.slice(match[0].length), done));
  }
  if (isSentence(clause)) return completeSentence(text, 'plan', pronoun);
  if (isPassive(clause) || /^pain\b.*\d/i.test(clause)) return completeSentence(clause, 'subjective', pronoun);
  if (INSTRUCTION.test(clause)) return withFullStop(`${who} was to ${lowerFirst(clause)}`);
  if (/^no\b.*\b(?:asked for|needed|required|indicated|necessary)$/i.test(clause))
    return withFullStop(
      upperFirst(
        clause.replace(
          /\s+(asked for|needed|required|indicated|necessary)$/i,
          (whole, word: string) => ` ${be(clause.slice(0, -whole.length))} ${word}`,
        ),
      ),
    );
  if (/^no (?:further|additional|more) /i.test(clause))
    return withFullStop(`${upperFirst(clause)} ${be(clause)} planned`);
  if (/^no /i.test(clause)) return completeSentence(clause, 'subjective', pronoun);
  if (/\bpending\b/i.test(clause))
    return withFullStop(
      upperFirst(clause.replace(/:?\s*(?:is\s+)?\bpending\b/i, ` ${be(clause.split(/:|pending/)[0] ?? '')} pending`)),
    );
  if (!ASKABLE.test(clause) && findFacts(clause).every(({ kind }) => kind !== 'drug')) return '';
  if (/^(?:once|twice|\d{1,2} times|(?:one|two|three|four) times)\b/i.test(clause))
    return withFullStop(`Treatment ${lowerFirst(clause)} was ${verb}`);
  const list = verb === 'provided' || verb === 'requested' ? asList(clause) : null;
  if (list !== null) return withFullStop(`${upperFirst(list)} were ${verb}`);
  return withFullStop(said(clause, verb));
};
