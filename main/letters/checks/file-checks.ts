import { found, type Found } from '../../../shared/finding-kinds.ts';
import {
  ANY_CASE,
  itemPart,
  LETTER,
  type CheckContext,
  type CheckedItem,
  type CheckedLetter,
  type LetterCheck,
  type Mention,
} from './check.ts';
import { factsOf, sentencesOf } from './facts-of.ts';

type Earlier = (CheckContext['earlierDeterminations'] & object)[number];

/** Words that name no treatment by themselves. */
const COMMON =
  /^(?:request\w*|therap\w*|treatment\w*|sessions?|visits?|times?|weeks?|months?|days?|hours?|right|left|bilateral|lumbar|cervical|thoracic|spine|back|neck|shoulder|knee|wrist|hand|elbow|ankle|foot|under|with|without|unit|purchase|rental|quantity|tablets?|capsules?|for|the|and|of|to|one|two|three|four|six|eight|twelve|trial|additional|continued|initial|service|associated|surgical)$/u;

const namesOf = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/[a-z][a-z-]{2,}/gu) ?? []).filter((word) => !COMMON.test(word)));

const drugsOf = (text: string): string[] =>
  factsOf(text).flatMap(({ kind, value }) => (kind === 'drug' ? [value] : []));

/** The sentence in which an earlier determination decides the treatment of an item; null where it names none alike. */
const sentenceOn = (item: CheckedItem, { text }: Earlier): string | null => {
  const drugs = new Set(item.request.drugs);
  const names = namesOf(item.request.service);
  if (drugs.size === 0 && names.size === 0) return null;
  return (
    sentencesOf(text).find((sentence) => {
      if (drugs.size > 0) return drugsOf(sentence).some((drug) => drugs.has(drug));
      const there = namesOf(sentence);
      return [...names].filter((name) => there.has(name)).length / names.size >= ENOUGH;
    }) ?? null
  );
};

/** So much of what names a treatment must stand in one sentence. */
const ENOUGH = 0.75;

const TELLS_OF_EARLIER =
  /\bIMR\b|\bindependent medical review\b|\b(?:earlier|prior|previous|former|last) (?:\w+ )?(?:determination|review|decision)s?\b|\bCM\d{2}-\d{4,}/iu;

const unseen = ({ checkedItems, context: { earlierDeterminations = [] } }: CheckedLetter): Found[] =>
  checkedItems.flatMap((item) => {
    if (item.rationale.trim() === '' || TELLS_OF_EARLIER.test(item.rationale)) return [];
    return earlierDeterminations.flatMap((earlier) => {
      const sentence = earlier.isCited ? null : sentenceOn(item, earlier);
      return sentence === null
        ? []
        : [
            {
              ...found('unseen-determination', itemPart(item, 'rationale'), { label: earlier.label, words: sentence }),
              places: [earlier.span],
            },
          ];
    });
  });

/** How the evaluators of the medical-legal system are named. */
const EVALUATORS = ['agreed medical', 'qualified medical', 'QME', 'AME', 'panel QME'] as const;
const REPORTS =
  /\b(?:reports?|re-?evaluat\w+|evaluat(?:ion|ed)|examin\w+|saw|seen|stat\w+|opin\w+|found|conclud\w+|recommend(?:ed|s)|per)\b/iu;
const NOT_YET =
  /\b(?:pending|schedul\w*|await\w*|will|would|to be|upcoming|if|needs?|request\w*|refer(?:red|ral)?|consider\w*|should|select\w*|obtain\w*|not yet|has not|have not|no)\b/iu;

/** Whether a sentence tells of what an evaluator has found or reported. */
const tellsOfReport = ({ before, after = '', span }: Mention): boolean => {
  const sentence = `${before}${span.quote}${after}`;
  return REPORTS.test(sentence) && !NOT_YET.test(sentence);
};

const evaluators = ({ context: { records = [], findMentions } }: CheckedLetter): Found[] => {
  const reports = records.filter(({ kind }) => kind === 'medical-legal-report');
  if (reports.length > 0)
    return reports.filter(({ isCited }) => !isCited).map(({ label }) => found('unheard-evaluator', LETTER, { label }));
  const mention = EVALUATORS.flatMap((term) => findMentions?.(term) ?? []).find(tellsOfReport);
  return mention === undefined
    ? []
    : [{ ...found('missing-evaluator-report', LETTER, { page: mention.label }), places: [mention.span] }];
};

const surname = (provider: string): string =>
  (provider.split(',')[0] ?? '')
    .replace(/\b(?:Dr|MD|DO|DC|PhD|PA|NP)\b\.?/gu, ' ')
    .trim()
    .split(/\s+/u)
    .at(-1)
    ?.toLowerCase() ?? '';

/** One worker's applications may be decided together where physician and injury date are the same (8 CCR 9792.10.4(a)). */
const consolidated = ({ checkedItems, context: { requesters = [] } }: CheckedLetter): Found[] => {
  const named = [...new Map(requesters.map((name) => [surname(name), name])).entries()].filter(([key]) => key !== '');
  return checkedItems.length > 1 && named.length > 1
    ? [found('several-requesters', LETTER, { physicians: named.map(([, name]) => name) })]
    : [];
};

/** Checks that hold the letter to the case file. */
export const fileChecks: readonly LetterCheck[] = [
  { name: 'earlier-determination', needs: 'earlierDeterminations', modes: ANY_CASE, run: unseen },
  { name: 'evaluators-heard', needs: 'findMentions', modes: ['case'], run: evaluators },
  { name: 'one-requester', needs: 'requesters', modes: ['case'], run: consolidated },
];
