import { findFacts } from '../../../shared/find-facts.ts';
import { lowerFirst, upperFirst } from '../sentence-case.ts';
import { isPlural, withArticle } from './noun-phrase.ts';
import { isAnatomy, isSideAndPart, isTail } from './finding-tail.ts';
import { isDegree, isExamined, isFound, isState, isTest } from './exam-words.ts';

const VALUE =
  /(?:\d{1,3}\/\d{1,3}\/\d{1,3}|\+\d(?!\d)|\d{1,3}(?:\.\d{1,2})?(?:\s?(?:-|–|to|of)\s?\d{1,3})?\s?(?:degrees|deg\b|°|%|percent|kg|lbs?|pounds|cm|mm|inches|seconds|mmHg)?(?![\d/.+-])|\d[+-]?\s?\/\s?\d{1,3}(?:\/\d{1,3})?(?:\s?(?:degrees|°))?|\d\+(?:\s?\/\s?\d\+?)?)/;
const MEASURED = new RegExp(
  `^([A-Za-z][A-Za-z '’()/-]{2,60}?)\\s*[:=]?\\s+(?:(?:of|to|at|is|was|are|were)\\s+)?(${VALUE.source})(.*)$`,
);
const SIDES = new RegExp(
  `^([A-Za-z][A-Za-z '’()/-]{2,60}?)\\s*[:=]?\\s+(R|L|right|left)\\s*[:=]?\\s*(${VALUE.source}(?:/\\d+)*)\\s*[,;/]?\\s+(?:and\\s+)?(R|L|right|left)\\s*[:=]?\\s*(${VALUE.source}(?:/\\d+)*)$`,
  'i',
);
const REVERSED = /^(\d[+-]?\s?\/\s?5)\s+((?:motor |muscle |grip |hand )?(?:strength|power|motor))\b(.*)$/i;

const be = (subject: string): string => (isPlural(subject) || /\band\b/.test(subject) ? 'were' : 'was');
const side = (word: string): string => (/^r/i.test(word) ? 'on the right' : 'on the left');

/** The words before the first one that only leads on to a place: `range of motion` is one name. */
const headOf = (phrase: string): string =>
  (
    phrase.replace(/range of motion/gi, 'motion').split(/\s+(?:of|in|at|on|to|over|with|for|along)\s+/i)[0] ?? phrase
  ).trim();

const isNamed = (word: string): boolean =>
  isExamined(word) || isAnatomy(word) || findFacts(word).some(({ kind }) => kind === 'body-part');
/** Of what is found it is said that it was seen, gone or changed. */
const PRESENCE =
  /\b(?:noted|seen|found|observed|present|absent|appreciated|elicited|resolved|improved|decreased|increased|reduced|diminished|worse|better|unchanged|persistent|minimal|mild|moderate|severe)\b/i;

/** Whether the phrase names something that is examined, and tells nothing of it yet. */
const isSubject = (phrase: string, isLast = isNamed): boolean => {
  const words = phrase.replace(/\([^)]*\)/g, '').trim();
  const names = headOf(words).split(/,\s+(?:and\s+)?|\s+and\s+|\s*\/\s*/);
  return (
    words !== '' &&
    words.split(' ').length < 9 &&
    !/[:;]/.test(words) &&
    !/\d/.test(words.replace(/\b[CTLS]\d(?:[-/][CTLS]?\d)*\b|\bcranial nerves.*$/gi, '')) &&
    !/^(?:no|there|he|she|it|some|with|currently|denies|reports)\b/i.test(words) &&
    names.every((name) => {
      return isLast(name.trim().split(' ').at(-1) ?? '');
    })
  );
};

/** `Range of motion wrist` is that of the wrist. */
const withPlace = (subject: string): string =>
  subject.replace(/^((?:active |passive )?range of motion) (?!of\b|in\b|at\b)(?=\S)/i, '$1 of the ');

const named = (subject: string): string =>
  upperFirst(
    withPlace(
      subject
        .trim()
        .replace(/[:=]$/, '')
        .replace(/^motor$/i, 'motor strength'),
    ),
  );

/** `Gait very slow`, `Sensation intact in both legs`, `Neurologic exam intact`. */
const stateClause = (text: string): string | null => {
  const words = text.split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const said = isState(words[at] ?? '') || /^within$/i.test(words[at] ?? '') ? stateAt(words, at) : null;
    if (said !== null) return said;
  }
  return null;
};

/** The clause whose state begins with the word at that place. */
const stateAt = (words: readonly string[], at: number): string | null => {
  let from = at;
  while (from > 1 && isDegree(words[from - 1] ?? '')) from -= 1;
  const linked = /^(?:is|was|are|were|appears|remains)$/i.test(words[from - 1] ?? '');
  const subject = words
    .slice(0, linked ? from - 1 : from)
    .join(' ')
    .replace(/[:,=]$/, '');
  let end = at + 1;
  while (/^(?:and|,|or|to)$/i.test(words[end] ?? '') && isState(words[end + 1] ?? '')) end += 2;
  if (/^within$/i.test(words[at] ?? '')) {
    if (!/^within (?:normal|functional) limits/i.test(words.slice(at).join(' '))) return null;
    end = at + 3;
  }
  const list = /:$/.test(words[end - 1] ?? '') ? ': ' : '';
  const tail = `${list}${words.slice(end).join(' ')}`;
  const state = words.slice(from, end).join(' ').replace(/:$/, '');
  if (!isSubject(subject) && !(PRESENCE.test(state) && isSubject(subject, isFound))) return null;
  if (/,$/.test(state) || !(isTail(tail) || isSideAndPart(tail))) return null;
  const joined = tail === '' ? '' : /^[,:]/.test(tail) ? tail : ` ${isSideAndPart(tail) ? `in the ${tail}` : tail}`;
  return `${named(subject)} ${be(subject)} ${lowerFirst(state)}${joined}`;
};

const SIGN = /^(?:\(?\+\)?(?:ve)?|positive|negative|equivocal|\(-\))(?:\s+for)?\s*(?=\S)/i;
const signWord = (sign: string): string =>
  /^\(?\+/.test(sign) ? 'positive' : /^\(-\)/.test(sign) ? 'negative' : (sign.toLowerCase().split(' ')[0] ?? '');

/** `Positive Neer and Hawkins`, `+ McMurray`, `Positive empty can in the right shoulder`. */
const testsClause = (text: string): string | null => {
  const sign = SIGN.exec(text)?.[0];
  if (sign === undefined) return null;
  const rest = text.slice(sign.length).trim();
  const at = rest.search(/\s(?:in|on|at|over|bilaterally|for)\b|\s(?:right|left|R|L)$/i);
  const [names, tail] = at === -1 ? [rest, ''] : [rest.slice(0, at), rest.slice(at).trim()];
  const tests = names.split(/,\s+(?:and\s+)?|\s+and\s+|\s*&\s*/);
  if (/\b(?:positive|negative|equivocal|no|not|normal)\b|[+;:]/i.test(names)) return null;
  if (!tests.every((test) => test.split(' ').length < 6 && isTest(test.split(' ').at(-1) ?? '')))
    return signWord(sign.trim()) === 'positive' ? (tenderClause(rest) ?? plainlyFound(rest)) : null;
  const place = /^(?:R|L|right|left)$/i.test(tail) ? side(tail) : tail;
  return `${upperFirst(names)} ${tests.length > 1 || isPlural(names) ? 'were' : 'was'} ${signWord(sign.trim())}${place === '' ? '' : ` ${place}`}`;
};

/** `Kemp's + R`: the sign stands after the name. */
const TRAILING_SIGN =
  /^([A-Za-z][A-Za-z '’-]{2,40}?)\s*(\(?\+\)?|\(-\))(?!\s?\d)\s*(R|L|B|right|left|bilaterally|on the (?:right|left))?$/;
const trailingSign = (text: string): string | null => {
  const [, name = '', sign = '', where = ''] = TRAILING_SIGN.exec(text) ?? [];
  if (name === '' || !isTest(name.split(' ').at(-1) ?? '')) return null;
  const place =
    where === '' ? '' : /^b/i.test(where) ? ' on both sides' : ` ${/^on/i.test(where) ? where : side(where)}`;
  return `${upperFirst(name)} was ${signWord(sign)}${place}`;
};

/** `Flexion 110 degrees`, `Motor 5/5`, `5/5 strength`, `Grip L 22 kg, R 42 kg`. */
const measureClause = (text: string): string | null => {
  const sides = SIDES.exec(text);
  if (sides !== null && isSubject(sides[1] ?? ''))
    return `${named(sides[1] ?? '')} ${be(sides[1] ?? '')} ${sides[3] ?? ''} ${side(sides[2] ?? '')} and ${sides[5] ?? ''} ${side(sides[4] ?? '')}`;
  const reversed = REVERSED.exec(text);
  if (reversed !== null && isTail(reversed[3] ?? ''))
    return `${named(reversed[2] ?? '')} was ${reversed[1] ?? ''}${reversed[3] ?? ''}`;
  const [, subject = '', value = '', rest = ''] = MEASURED.exec(text) ?? [];
  if (subject === '' || !isSubject(subject)) return null;
  const tail = rest.trim();
  if (!isTail(tail) && !isSideAndPart(tail) && !isAnatomy(tail)) return null;
  const place =
    tail === '' || /^[,:(]/.test(tail) ? tail.replace(/^\(/, ' (') : ` ${isTail(tail) ? tail : `in the ${tail}`}`;
  return `${named(subject)} ${be(subject)} ${value.trim()}${place}`;
};

const thereWas = (phrase: string): string =>
  `There ${isPlural(phrase) ? 'were' : 'was'} ${withArticle(lowerFirst(phrase))}`;

/** `No spasm of the lumbar muscles`. */
const absentClause = (text: string): string | null => {
  const rest = /^no\s+(.+)$/i.exec(text)?.[1];
  if (rest === undefined || rest.split(' ').length > 14 || /[;:]|\b(?:is|was|are|were|has|had|when|if)\b/i.test(rest))
    return null;
  return `There ${isPlural(rest) ? 'were' : 'was'} no ${lowerFirst(rest)}`;
};

const TENDER =
  /^(?:(exquisitely|diffusely|mildly|moderately|very)\s+)?tender(?:\s+(to palpation))?\s+(?:(over|at|along|to|in|about|on|of)\s+)?(.+)$/i;

/** `Tender greater tuberosity`: it is tenderness that was there. */
const tenderClause = (text: string): string | null => {
  const [, degree = '', palpation = '', preposition = '', place = ''] = TENDER.exec(text) ?? [];
  if (place === '' || place.split(' ').length > 12 || /\b(?:is|was|are|were|has|points?)\b/i.test(place)) return null;
  const adjective =
    degree === '' ? '' : `${degree.toLowerCase().replace(/ly$/, '').replace('exquisite', 'exquisite')} `;
  const where = preposition !== '' ? `${preposition.toLowerCase()} ${place}` : `of the ${lowerFirst(place)}`;
  return `There was ${adjective}tenderness ${palpation === '' ? '' : 'to palpation '}${where}`;
};

/** `Mild swelling of the wrist`, `Antalgic gait`, `Limited range of motion left fingers`. */
const foundClause = (text: string): string | null => {
  const words = text.replace(/range of motion/gi, (found) => found.replace(/ /g, '_')).split(' ');
  let head = words.findIndex((word) => isFound(word.replace(/,$/, '').replace(/^.*_/, '')));
  if (head === -1 || head > 5) return null;
  while (isFound(words[head + 1] ?? '') && !/,$/.test(words[head] ?? '')) head += 1;
  const before = words.slice(0, head);
  const noun = (words[head] ?? '').replace(/^.*_/, '');
  if (before.some((word) => /\d|[:;]/.test(word) || (isDegree(word) && !/^(?:mild|moderate|well|very)$/i.test(word))))
    return null;
  if (/^(?:he|she|there|it|denies|positive|negative|is|was|currently)$/i.test(before[0] ?? '')) return null;
  // Of what is always there, such as strength, it must be said how it was.
  if (isExamined(noun) && !before.some((word) => isState(word) || /^(?:loss|lack)$/i.test(word))) return null;
  const phrase = words
    .slice(0, head + 1)
    .join(' ')
    .replace(/_/g, ' ')
    .replace(/,$/, '');
  const comma = /,$/.test(words[head] ?? '') ? ',' : '';
  const tail = words
    .slice(head + 1)
    .join(' ')
    .replace(/_/g, ' ');
  if (isSideAndPart(tail)) return `${thereWas(phrase)} of the ${tail.replace(/^the /i, '')}`;
  return isTail(`${comma} ${tail}`) ? `${thereWas(phrase)}${comma}${tail === '' ? '' : ` ${tail}`}` : null;
};

/** What a plus sign says was found, unless it is something that is always there. */
const plainlyFound = (text: string): string | null =>
  isExamined(text.split(' ').at(-1) ?? '') ? null : foundClause(text);

const BEARER =
  /^((?:left |right |bilateral )?(?:lumbar spine|cervical spine|thoracic spine|low back|neck|shoulders?|elbows?|wrists?|hands?|hips?|knees?|ankles?|f(?:oo|ee)t|legs?|arms?|fingers?|thumb))\s+(?:with|shows|showed|has|had)\s+(.+)$/i;

/** `Right wrist with swelling and deformity`: the part first, then what was found on it. */
const bearerClause = (text: string): string | null => {
  const [, part = '', found = ''] = BEARER.exec(text) ?? [];
  return found === '' || foundClause(found) === null ? null : `${thereWas(found)} of the ${lowerFirst(part)}`;
};

const CLAUSES = [
  trailingSign,
  testsClause,
  absentClause,
  measureClause,
  bearerClause,
  tenderClause,
  stateClause,
  foundClause,
];

const clause = (text: string): string | null => {
  for (const read of CLAUSES) {
    const said = read(text);
    if (said !== null) return said;
  }
  return null;
};

/** The parts of an enumeration; names of tests after a sign stay with it. */
const partsOf = (text: string): string[] => {
  const parts: string[] = [];
  for (const part of text.split(/;\s*|,\s+(?:and\s+)?|\s+and\s+(?=(?:negative|positive|no|equivocal)\b)/i)) {
    const before = parts.at(-1);
    if (before !== undefined && SIGN.test(before) && testsClause(`positive ${part}`) !== null && !SIGN.test(part))
      parts[parts.length - 1] = `${before}, ${part}`;
    else parts.push(part);
  }
  return parts;
};

/**
 * What an examination's shorthand says, as a sentence without its full stop: `Gait very slow` is `Gait was very slow`,
 * several findings are told one after the other. Null where it is not plain what is said of what: then the words stand
 * for themselves.
 */
export const writeFinding = (text: string): string | null => {
  const words = text.replace(/\s+/g, ' ').trim();
  const whole = clause(words);
  if (whole !== null) return whole;
  const parts = partsOf(words);
  if (parts.length < 2) return null;
  const said = parts.map((part) => clause(part.trim()));
  if (said.some((one) => one === null)) return null;
  return joined(said.flatMap((one) => one ?? []));
};

const THERE = /^There (was|were) (?!no\b)/;

/** Clauses in one sentence: what was there is enumerated, the rest stands side by side. */
const joined = (clauses: readonly string[]): string => {
  const [first = ''] = clauses;
  const verb = THERE.exec(first)?.[1];
  if (verb !== undefined && clauses.every((one) => THERE.test(one))) {
    const found = clauses.slice(1).map((one) => one.replace(THERE, ''));
    return `${first}${found.length > 1 ? `, ${found.slice(0, -1).join(', ')},` : ''} and ${found.at(-1) ?? ''}`;
  }
  return [first, ...clauses.slice(1).map(lowerFirst)].join('; ');
};
