import { lowerFirst, upperFirst } from './sentence-case.ts';
import type { Unit } from './split-units.ts';
import { cleanWords, inLetterVoice, isWholeSentence, type Speech } from './statement/write-statement.ts';

const CONDITION =
  /sprain|strain|itis\b|opath(?:y|ies)|radicul|syndrome|fracture|\btears?\b|spasm|pain|herniat|protrusion|bulg|stenosis|contusion|sciatica|\bdis[ck]|degenerat|intolerance|neuralgia|dislocat|lesion|impingement|derangement|depress|anxiety|insomnia|headache|hernia|laceration|concussion|arthr|myofasci|injur|lumbago|disorder|disease|myalgia|numbness|neuroma|tendin|bursitis|whiplash|listhesis|spondyl/i;
const NOT_ONE =
  /\?|^(?:the findings|yes|no|none|see|stable|same|improv|slow|status|rule out)\b|\bplan\b|chemical or toxic/i;

/** Codes and what a form prints around them, cut off a diagnosis. */
const nameOf = (unit: Unit): string =>
  cleanWords(
    unit.text
      .replace(/\(?\b(?:[A-TV-Z]\d{2}(?:\.\w{1,4})?|\d{3}\.\d{1,2})\b[):]?/g, ' ')
      .replace(/\b(?:subsequent|initial) encounter\b/gi, '')
      .replace(/\bchemical or toxic compounds.*$/i, '')
      .replace(/\s*,\s*,/g, ','),
  ).replace(/[.,;:\s]+$/, '');

/** `a`, `a and b`, `a, b and c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** The names in one phrase; by semicolons where one of them holds a comma. */
export const joined = (names: readonly string[]): string =>
  names.length > 1 && names.some((name) => name.includes(','))
    ? `${names.slice(0, -1).join('; ')}; and ${names.at(-1) ?? ''}`
    : listed(names);

export type DiagnosisList = { readonly text: string; readonly units: readonly Unit[] };

/** The diagnoses of a section as one statement with the units they stand in; null where it names none. */
export const proposeDiagnoses = (units: readonly Unit[], speech: Speech): DiagnosisList | null => {
  const named = units
    .filter(
      ({ text }) =>
        CONDITION.test(text) && !NOT_ONE.test(text) && !isWholeSentence(text, speech) && text.split(' ').length < 26,
    )
    .map((unit) => ({
      unit,
      names: nameOf(unit)
        .split(/;\s*/)
        .map((name) => inLetterVoice(name, speech))
        .filter((name) => name.length > 3),
    }))
    .filter(({ names }) => names.length > 0);
  if (named.length === 0) return null;
  const names = [
    ...new Set(
      named.flatMap((one) =>
        one.names.map((name) => lowerFirst(name.replace(/^[A-Z]{4,}.*$/, (word) => word.toLowerCase()))),
      ),
    ),
  ];
  const who = speech.pronoun === null ? 'The patient' : upperFirst(speech.pronoun);
  return { text: `${who} was diagnosed with ${joined(names)}.`, units: named.map(({ unit }) => unit) };
};
