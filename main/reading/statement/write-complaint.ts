import { hasDrug } from '../../../shared/find-facts.ts';
import { lowerFirst, upperFirst } from '../sentence-case.ts';
import { isPlural, withArticle } from './noun-phrase.ts';
import type { Pronoun } from './third-person.ts';

/** How a sentence begins that is about the person. */
export const subjectOf = (pronoun: Pronoun): string => (pronoun === null ? 'The patient' : upperFirst(pronoun));

/** Verbs with which a note begins its sentence, the person being understood. */
export const ELLIPTIC =
  /^(?:(?:still|also|now|currently|again) )?(?:complained|complains|denied|denies|reported|reports|stated|states|noted|notes|felt|feels|described|continued|returned|presented|wanted|wished|remained|attended|took|underwent|received|completed|wore|had|has|was|is|did|does|could|started|stopped|worked|walked|slept|used|rated|requested|needed|tolerated|missed|cannot|finished|resumed|fell|developed|tried|went|returned|began|gained|lost|sustained|injured|hurt|failed|lives|lived)\b/i;
const PROGRESSIVE =
  /^(?:also |still |currently |now )?(?:attending|taking|working|using|wearing|having|doing|receiving|sleeping|performing|going|getting|feeling|continuing|tolerating|seeing|awaiting|experiencing|ambulating|walking)\b/i;
const PASSIVE =
  /^(?:advised|released|referred|instructed|counsell?ed|encouraged|discharged|seen|examined|placed|shown|told|educated|reminded|cleared|admitted|transferred|injected|given|provided with|fitted|measured)\b/i;
const CONDITION =
  /^(?:also |still |currently |now |slightly |somewhat |much |a little |generally |overall )?(?:on (?:light|modified|full|regular|restricted)|off (?:of )?work|same|the same|better|worse|improved|improving|unchanged|sore|stable|dizzy|tired|drowsy|able to|unable to|not (?:working|improved|better|sleeping|taking|attending)|working|status post|frustrated|tolerating|independent|disabled)\b/i;
/** The name of what hurts, then how much. */
const PAIN_SCORE =
  /^((?:[A-Za-z][^.;:]*?\b)?(?:pain|ache|aching|soreness|symptoms|discomfort|headaches?)\b[^.;:]*?)[,:]?\s+(?:is |was |at |rated |rated at |level |of )?(\d{1,2}(?:\.\d)?(?:\s?(?:-|–|to)\s?\d{1,2}(?:\.\d)?)?\s?\/\s?10)\b(.*)$/i;
const MEASURED =
  /^(pain (?:before|after|during|at|with|on)\b[A-Za-z '’-]{2,40}?)\s*[:=]?\s+(\d{1,2}(?:\.\d)?\s?\/\s?10.*)$/i;

/** What a person has: of other words it is not plain that they are a complaint. */
const SYMPTOM =
  /(?:pain|ache|aches|aching|soreness|symptoms?|discomfort|headaches?|numbness|tingling|weakness|stiffness|swelling|spasms?|cramps?|cramping|burning|difficulty|difficulties|trouble|nausea|vomiting|dizziness|drowsiness|constipation|heartburn|insomnia|fatigue|anxiety|depression|instability|popping|clicking|locking|catching|giving way|limp|relief|improvement|flare(?:-?up)?s?|radiation|sensitivity|paresthesias?|tenderness|upset|rash|fall|falls|tightness|fever|chills|injury|injuries|restrictions?|limitations?|complaints?|problems?|surgery|loss|change|changes|side effects?|concerns?|sleep|benefit|tolerance|intolerance|history|episodes?|grip|control|progress|gain|plateau)$/i;

/** Whether the person is understood to have been done something: `Advised to keep walking`. */
export const isPassive = (text: string): boolean => PASSIVE.test(text);

const headOf = (phrase: string): string =>
  phrase
    .split(
      /\s+(?:of|over|at|in|to|on|with|from|along|for|without|radiating|into|after|since|when|during|under|by|as|that|while|daily|nightly|constantly|getting|falling|sleeping|walking|lifting|sitting|standing|bending|using)\s?|\s\d|[,(;:#]/,
    )[0]
    ?.trim() ?? phrase;

const symptom = (text: string, who: string): string | null =>
  SYMPTOM.test(headOf(text)) && headOf(text).split(' ').length < 7 && !/:/.test(text)
    ? `${who} had ${withArticle(lowerFirst(text))}`
    : null;

/** What stands behind a score: an enumeration goes on, a verb without its subject stands in brackets. */
const afterScore = (rest: string): string =>
  /^,?\s*(?:was|were|now|previously|down|up)\b/.test(rest) ? ` (${rest.replace(/^,?\s*/, '').trim()})` : rest;

const scored = (text: string, who: string): string | null => {
  const [, what = '', score = '', rest = ''] = PAIN_SCORE.exec(text) ?? [];
  if (what === '' || /\b(?:was|were|had|reported|denied|is|has|he|she)\b/i.test(what)) return null;
  return `${who} had ${lowerFirst(what).replace(/^(?:the|his|her) /, '')}${/,/.test(what) ? ',' : ''} rated ${score}${afterScore(rest)}`;
};

/** `Completed 5 of 6 visits, pain 6/10`: the score that a sentence trails after it. */
const withTrailingScore = (text: string): string =>
  text.replace(/,\s+((?:[a-z]+ )?pain)\s+(?=\d{1,2}(?:\.\d)?\s?\/\s?10\b)/i, ', with $1 rated ');

/**
 * What a note says of the person in shorthand, as a sentence without its full stop; null where it is not plain that it
 * is said of the person.
 */
export const writeComplaint = (text: string, pronoun: Pronoun): string | null => {
  const who = subjectOf(pronoun);
  const measured = MEASURED.exec(text);
  if (measured !== null) return `${measured[1] ?? ''} was ${measured[2] ?? ''}`;
  if (/^same\b\W*$/i.test(text)) return `${who} was the same`;
  if (/^no /i.test(text))
    return /[;:]/.test(text)
      ? null
      : `There ${isPlural(text.slice(3)) ? 'were' : 'was'} no ${lowerFirst(text.slice(3))}`;
  if (/^(?:an? )?\d{1,3}[\s-](?:year|yr|y)/i.test(text))
    return `${who} was ${/^an? /i.test(text) ? lowerFirst(text) : `a ${text}`}`;
  if (ELLIPTIC.test(text)) return `${who} ${lowerFirst(withTrailingScore(text))}`;
  const bearing = /^(worse|better)(?: with)?:\s*/i.exec(text);
  if (bearing !== null) return `Pain was ${(bearing[1] ?? '').toLowerCase()} with ${text.slice(bearing[0].length)}`;
  if (/^(?:currently |still |now |also )?on\s/i.test(text) && hasDrug(text.slice(0, 40)))
    return `${who} was ${lowerFirst(text)}`;
  if (PASSIVE.test(text) || PROGRESSIVE.test(text) || CONDITION.test(text)) return `${who} was ${lowerFirst(text)}`;
  if (/^\d{1,2}(?:\.\d)?\s?\/\s?10\b/.test(text)) return `Pain was rated ${text}`;
  return scored(text, who) ?? symptom(text, who);
};
