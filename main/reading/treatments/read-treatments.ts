import { findDates } from '../../../shared/find-dates.ts';
import { findFacts } from '../../../shared/find-facts.ts';
import { NUMBER_WORDS } from '../../../shared/number-words.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { remember } from '../../../shared/remember.ts';
import { treatmentsNamed, type NamedTreatment } from './treatment-names.ts';

/** What a statement does with a treatment. `told`: it says something of one that was given before. */
type Role = 'given' | 'stopped' | 'requested' | 'authorised' | 'denied' | 'planned' | 'told';

/** Sessions that a statement counts; `of` is the whole that they are a part of. */
type Sessions = { readonly count: number; readonly of: number | null };

/** What one statement says of one treatment. */
export type TreatmentStatement = {
  readonly treatment: NamedTreatment;
  readonly role: Role;
  /** The dose in its own words; empty where it says none. */
  readonly dose: string;
  readonly sessions: Sessions | null;
  /** Days that the words themselves give: since when, until when, and on which day. */
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  readonly on: PartialDate | null;
  readonly isResponse: boolean;
  readonly isSideEffect: boolean;
};

const CLAUSE_END =
  /;|[.](?=\s+\p{Lu})|,?\s+\b(?:but|however|although|whereas)\b,?|,\s+and\s+(?=[^,;]{0,60}\b(?:was|were)\b)/gu;

const NOT_OF_TREATMENT =
  /\b(?:drug|urine|toxicology) (?:test|screen)|\bnot detected\b|\bdetected\b|\ballerg(?:y|ies|ic)\b/iu;
const NEGATED =
  /\b(?:no|not|never|without|den(?:y|ies|ied)|declin\w+|refus\w+|did not (?:take|use|have|receive|undergo|attend|start))\b(?:(?!\b(?:improv\w*|relief|help\w*|benefit\w*)\b)[^,;]){0,40}$/iu;
const DENIED = /\b(?:denied|denial|non-?certif\w+|not (?:certified|authori[sz]ed|approved|medically necessary))\b/iu;
const REQUESTED = /\brequest(?:ed|s|ing)?\b|\bauthori[sz]ation (?:was|is|for)\b|\bappeal(?:ed|ing)?\b/iu;
const AUTHORISED = /\b(?:authori[sz]ed|approved|certified)\b/iu;
const PLANNED =
  /\b(?:recommend\w*|consider\w*|discuss\w*|candidate|propos\w*|plan(?:ned|s|ning)|would|pending|schedul\w*|await\w*|referr?(?:al|ed)?|to be|suggest\w*|should|if (?:not|no|she|he|there)|option)\b/iu;
const STOPPED = /\b(?:stopped|discontinued|weaned off|d\/c'?d|ceased)\b/iu;
/** A procedure is told of, and was not done on that day, where nothing says that it was. */
const DONE =
  /\b(?:underwent|undergone|perform\w*|was (?:done|given|administered|injected)|were (?:done|given)|received|had (?:a|an)\b)/iu;

const RESPONSE =
  /\b(?:help(?:s|ed|ful|ing)?|relie[fv]\w*|improv\w*|reduc\w*|decreas\w*|benefi\w*|no change|unchanged|worse\w*|tolerat\w*|gain(?:s|ed)?|progress|plateau\w*|fail(?:ed|s|ure)?|(?:in)?effective|function(?:al|ed|ing)?|better|control(?:s|led))\b/iu;
const SIDE_EFFECT =
  /\b(?:side effects?|adverse|nausea|vomit\w*|upset|constipat\w*|drows\w*|sedat\w*|dizz\w*|rash|itch\w*|dyspepsia|heartburn|gastritis|reflux|somnolen\w*|caused|reaction|intoleran\w*|could not tolerate|headaches? (?:from|with)|swelling (?:from|after))\b/iu;

const COUNT_WORD = `(?:\\d{1,3}|${NUMBER_WORDS.slice(1).join('|')})`;
const UNIT = '(?:sessions?|visits?|treatments?|injections?)';
const SESSIONS = new RegExp(
  `\\b(${COUNT_WORD})(?:\\s?\\(\\d{1,3}\\))?(?:\\s+(?:out )?of\\s+(${COUNT_WORD}))?\\s+(?:more |further |additional |total |initial |completed |authori[sz]ed )?(?:(?:post-?operative|physical|occupational|aquatic|chiropractic|acupuncture|massage|therapy|PT|OT)\\s+){0,3}${UNIT}\\b`,
  'iu',
);
const TIMES = new RegExp(`${UNIT}\\s*(?:x|×|:|#)\\s?(\\d{1,3})\\b`, 'iu');

const numberOf = (word: string): number => {
  const at = NUMBER_WORDS.indexOf(word.toLowerCase());
  return at >= 0 ? at : Number(word);
};

const sessionsIn = (clause: string): Sessions | null => {
  const [, count, of] = SESSIONS.exec(clause) ?? [];
  if (count !== undefined) return { count: numberOf(count), of: of === undefined ? null : numberOf(of) };
  const times = TIMES.exec(clause)?.[1];
  if (times !== undefined) return { count: Number(times), of: null };
  const frequency = findFacts(clause).find(({ kind }) => kind === 'frequency');
  if (frequency?.kind !== 'frequency') return null;
  const { times: often, periods, total } = frequency.frequency;
  const product = often[0] === often[1] && periods[0] === periods[1] ? often[0] * periods[0] : null;
  const all = total ?? product;
  return all === null ? null : { count: all, of: null };
};

const STRENGTH = /\b\d{1,4}(?:[.,]\d{1,3})?(?:\s?[/-]\s?\d{1,4}(?:\.\d{1,3})?)?\s?(?:mg|mcg|g|mL|units?|%)(?![\w/])/iu;
const HOW_OFTEN =
  /\b(?:(?:one|two|three|once|twice|\d)(?: (?:tablets?|tabs?|capsules?|patch(?:es)?))?(?: times)? (?:a|per|each|every) (?:day|night|week|month)|every (?:\d{1,2}(?:-\d{1,2})?|other|six|eight|twelve) (?:hours?|days?)|(?:once |twice )?daily|nightly|at (?:night|bedtime)|as needed|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\d{1,2}h|qhs|prn)\b\.?/giu;
const COUNTED = /#\s?\d{1,4}\b/u;

/** Strength, how often and how many, in the words that follow the name of a drug. */
const doseIn = (words: string): string =>
  [STRENGTH.exec(words)?.[0], ...[...words.matchAll(HOW_OFTEN)].map(([often]) => often), COUNTED.exec(words)?.[0]]
    .filter((part) => part !== undefined)
    .join(' ')
    .replace(/(?<![a-z]\.[a-z])\.$/iu, '');

type Days = Pick<TreatmentStatement, 'since' | 'until' | 'on'>;

const daysIn = (words: string, latest: PartialDate): Days =>
  findDates(words, { latest }).reduce<Days>(
    (days, { date, start }) => {
      const before = words.slice(Math.max(0, start - 12), start);
      if (/\b(?:since|from|started|began)\s+$/iu.test(before)) return { ...days, since: days.since ?? date };
      if (/\b(?:to|through|until|thru|till)\s+$|[-–]\s?$/iu.test(before) && days.since !== null)
        return { ...days, until: date };
      return { ...days, on: days.on ?? date };
    },
    { since: null, until: null, on: null },
  );

const roleOf = (clause: string, kind: NamedTreatment['kind'], isRequest: boolean): Role => {
  if (DENIED.test(clause)) return 'denied';
  if (AUTHORISED.test(clause) && !/\bauthori[sz]ation\b/iu.test(clause)) return 'authorised';
  if (isRequest || REQUESTED.test(clause)) return 'requested';
  if (PLANNED.test(clause)) return 'planned';
  if (STOPPED.test(clause)) return 'stopped';
  if ((kind === 'surgery' || kind === 'injection') && !DONE.test(clause)) return 'told';
  return 'given';
};

/** The clauses of a text. */
const clausesOf = (text: string): string[] => text.split(CLAUSE_END).filter((clause) => clause.trim() !== '');

type Asked = { readonly text: string; readonly isRequest: boolean; readonly latest: PartialDate };

const readText = ({ text, isRequest, latest }: Asked): TreatmentStatement[] => {
  if (NOT_OF_TREATMENT.test(text)) return [];
  let last: readonly NamedTreatment[] = [];
  return clausesOf(text).flatMap((clause): TreatmentStatement[] => {
    const named = treatmentsNamed(clause);
    const about = { isResponse: RESPONSE.test(clause), isSideEffect: SIDE_EFFECT.test(clause) };
    const nothing = { dose: '', sessions: null, since: null, until: null, on: null };
    // "Tramadol had not improved her function; she could not name any activity": it is still tramadol.
    if (named.length === 0) return last.map((treatment) => ({ treatment, role: 'told', ...nothing, ...about }));
    last = named;
    return named.flatMap(({ start, end, ...treatment }, at) => {
      if (NEGATED.test(clause.slice(0, start))) return [];
      const own = clause.slice(end, named[at + 1]?.start);
      const isOnly = named.length === 1;
      return [
        {
          treatment,
          role: roleOf(clause, treatment.kind, isRequest),
          dose: treatment.kind === 'drug' ? doseIn(own) : '',
          sessions:
            treatment.kind === 'drug'
              ? null
              : sessionsIn(
                  isOnly ? clause : `${clause.slice(Math.max(0, start - 40), start)}${clause.slice(start, end)}${own}`,
                ),
          ...daysIn(isOnly ? clause : own, latest),
          ...about,
        },
      ];
    });
  });
};

/** The statements of a large case: while one is decided all others stay as they are. */
const STATEMENTS = 60_000;
const readKept = remember(STATEMENTS, (key): readonly TreatmentStatement[] => readText(JSON.parse(key) as Asked));

/** What a statement says of treatments, each by itself; `latest` is the last day that a date in it may mean. */
export const readTreatments = (text: string, isRequest: boolean, latest: PartialDate): readonly TreatmentStatement[] =>
  readKept(JSON.stringify({ text, isRequest, latest } satisfies Asked));
