import { remember } from '../../../shared/remember.ts';
import type { SectionKind } from '../heading-words.ts';
import { completeSentence } from './complete-sentence.ts';
import { isSentence, mainClause } from './is-sentence.ts';
import { expandAbbreviations } from './expand-abbreviations.ts';
import { hasStrangeVerb, toPastTense } from './past-tense.ts';
import { isFaithful } from './faithful.ts';
import { withArticle } from './noun-phrase.ts';
import { upperFirst } from '../sentence-case.ts';
import { toThirdPerson, type Pronoun } from './third-person.ts';

/** Whose record it is and how its person is spoken of. */
export type Speech = { readonly pronoun: Pronoun; readonly names: readonly string[] };

const ICD =
  /\s*[([]?\b(?:ICD-?\s?(?:9|10)?(?:-CM)?\s*(?:codes?)?:?\s*)?(?:[A-TV-Z]\d{2}(?:\.\w{1,4})|\d{3}\.\d{1,2}|E\d{3}(?:\.\d)?)\b[)\]]?|\s*\bICD-?\s?(?:9|10)?(?:-CM)?(?:\s*codes?)?\b:?/gi;
const SIGNATURE =
  /\s+(?:[A-Z]\.\s)?[A-Z][a-z]+,\s(?:M\.?D\.?|D\.?C\.?|P\.?T\.?|D\.?O\.?|L\.?Ac\.?|P\.?A\.?|N\.?P\.?)\.?\s*$/;
/** Labels of a template inside its sections: the sentence goes on after them. */
const ASIDE =
  /^(?:medical reasoning|reasoning|medical treatment|treatment|additional (?:testing|treatment|orders)|testing|patient education(?: and counseling)?|counseling|plan|assessment|notes?|comments?|subjective|objective|(?:specialist )?referrals?|recommendations?|impression|current (?:plan|status)|musculoskeletal|neurological|general|palpation|inspection|special tests?|orthopedic tests?|exam(?:ination)?|physical exam(?:ination)?)\s*:\s*(?=\S)/i;
const MARKED = /^[•▪◦*-]\s+/;
const CHECK = /^(?:\[\s?[xX✓]\s?\]|[☒☑✓✔])\s*/;

/** The words of a unit without codes, marks, blanks to fill and the initials of who wrote them. */
export const cleanWords = (text: string): string =>
  text
    .replace(SIGNATURE, '')
    .replace(MARKED, '')
    .replace(ASIDE, '')
    .replace(CHECK, '')
    .replace(ICD, '')
    .replace(/_{2,}/g, '')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+([,.;)])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .trim();

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

const stripDate = (text: string, dateText: string): string => {
  const date = escape(dateText);
  return text
    .replace(new RegExp(`^(?:on|as of|in)\\s+${date}\\s*,?\\s*`, 'i'), '')
    .replace(new RegExp(`,\\s*(?:taken|performed|done|obtained|dated)(?:\\s+on)?\\s+${date}`, 'i'), '')
    .replace(
      new RegExp(
        `,?\\s*\\(?\\b(?:on|of|dated|from|in|as of|around|about)\\s+(?:or about\\s+)?${date}\\)?(?:\\s*,(?=\\s*[a-z]))?`,
        'i',
      ),
      '',
    )
    .replace(new RegExp(`^${date}\\s*[:,-]*\\s*`), '')
    .replace(
      /^\d/.test(dateText)
        ? new RegExp(`(?<!\\b(?:to|through|until|and|since|by|before|after|from|between|thru))\\s+${date}\\W*$`)
        : /$^/,
      '',
    )
    .replace(/^\d/.test(dateText) ? /$^/ : new RegExp(`\\s+${date}(?=[\\s,.;]|$)`, 'i'), '')
    .replace(/\s+([,.;:])/g, '$1')
    .trim();
};

/** A verb that said when, and now says nothing. */
const HANGING = /\b(?:was|were|is|are|been|around|about|in|on|of)[\s.,;]*$/i;

/** The text without the date that it happened on: the entry states the date. Where nothing else is said, it stays. */
export const withoutDate = (text: string, dateText: string): string => {
  if (dateText === '' || !text.includes(dateText.slice(0, 3))) return text;
  const stripped = stripDate(text, dateText);
  return HANGING.test(stripped) && !HANGING.test(text) ? text : stripped;
};

const newThirdPerson = (text: string, { pronoun, names }: Speech, speaker: 'person' | 'provider'): string =>
  toThirdPerson(
    expandAbbreviations(
      cleanWords(text)
        .replace(/\s+(?:today|presently)(?=[\s,.;]|$)/gi, '')
        .replace(/\byesterday\b/gi, 'the day before')
        .replace(/^today,?\s+/i, ''),
    ),
    { pronoun, names, speaker },
  );

const VOICED = new WeakMap<Speech, Record<'person' | 'provider', (text: string) => string>>();
/** A sentence is voiced again by whoever words or checks it. */
const LAST_VOICED = 16;

const inThirdPerson = (text: string, speech: Speech, speaker: 'person' | 'provider'): string => {
  const voices = VOICED.get(speech) ?? {
    person: remember(LAST_VOICED, (words: string) => newThirdPerson(words, speech, 'person')),
    provider: remember(LAST_VOICED, (words: string) => newThirdPerson(words, speech, 'provider')),
  };
  VOICED.set(speech, voices);
  return voices[speaker](text);
};

/**
 * The words in the voice of a letter: shorthand spelled out, third person, past tense, no names. Not yet a whole
 * sentence.
 */
export const inLetterVoice = (text: string, speech: Speech, speaker: 'person' | 'provider' = 'provider'): string =>
  toPastTense(inThirdPerson(text, speech, speaker));

/** `Numbness at night, wakes her`: the verb that the tense turned has no subject of its own. */
const isAfterComma = (clause: string, past: string): boolean => {
  const at = [...clause].findIndex((char, index) => char !== past.charAt(index));
  return /,\s+\S*$/.test(clause.slice(0, at));
};

/** Whether the unit is a whole sentence: by a verb that the tense turned, or by one that is past already. */
export const isWholeSentence = (text: string, speech: Speech): boolean => {
  const clause = mainClause(inThirdPerson(text, speech, 'provider'));
  const past = toPastTense(clause);
  return (past !== clause && !isAfterComma(clause, past)) || isSentence(past);
};

/** The person's own account without the marks around all of it, or the one that a cut sentence kept. */
const withoutQuotes = (text: string): string => {
  const inner = /^["“]?([^"“”]*)["”]?$/.exec(text.trim())?.[1];
  return inner ?? text;
};

/** "I" is the writer's where the same words speak of the person: `I referred him to a specialist`. */
const speaksOfPerson = (words: string): boolean =>
  /\bI\b/.test(words) && /\b(?:he|him|his|she|her|(?:the )?patient)\b/i.test(words);

/** `X-ray showed ...`: the study takes its article as the subject of a sentence. */
const withStudyArticle = (words: string): string =>
  /^(?:MRI|X-ray|CT(?: scan)?|EMG|ultrasound)\s(?!s\b)/i.test(words) ? upperFirst(withArticle(words)) : words;

/**
 * What a unit of a record says as one sentence of a letter, without the date it happened on. Empty where it says
 * nothing, or where the sentence would say more or less than the unit does.
 */
export const writeStatement = (text: string, section: SectionKind, speech: Speech, dateText = ''): string => {
  const words = withoutQuotes(withoutDate(text, dateText));
  const speaker =
    (section === 'mechanism' || section === 'subjective') && !speaksOfPerson(words) ? 'person' : 'provider';
  const isWhole = isWholeSentence(words, speech);
  const voiced = inLetterVoice(words, speech, speaker);
  const said = completeSentence(isWhole ? withStudyArticle(voiced) : voiced, section, speech.pronoun, isWhole);
  return said === '' || isTold(said, words, speech, speaker) ? said : '';
};

/** Whether a statement tells what the words do: nothing turned, lost or added. */
const isTold = (said: string, words: string, speech: Speech, speaker: 'person' | 'provider'): boolean =>
  !hasStrangeVerb(said) && isFaithful(inThirdPerson(words, speech, speaker), said);

/** {@link isTold} of a statement that another form than {@link writeStatement} made. */
export const tells = (said: string, words: string, speech: Speech): boolean => isTold(said, words, speech, 'provider');

/** The words as they stand, in quotation marks: for what no sentence can safely be made of. */
export const quoted = (text: string): string => `"${text.trim().replace(/["“”]/g, "'")}"`;
