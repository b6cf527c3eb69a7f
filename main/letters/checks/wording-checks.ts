import { found, type Found } from '../../../shared/finding-kinds.ts';
import { isOfOpioidParagraph } from './closing-polarity.ts';
import { itemPart, type CheckedItem, type LetterCheck } from './check.ts';
import { sentencesOf } from './facts-of.ts';

/** What stands between quotation marks is a guideline's, not the reviewer's. */
const QUOTED = /"[^"]*"|“[^”]*”/gu;

const spokenSentences = ({ rationale }: CheckedItem): readonly string[] =>
  sentencesOf(rationale.replace(QUOTED, ' ')).filter((sentence) => !isOfOpioidParagraph(sentence));

/** Health as it was before, and no less: treatment has to cure *or relieve* (Labor Code 4610.5(c)(2)). */
const WHOLE = String.raw`(?:(?:complete|full|total|entire|permanent|lasting|100\s?(?:%|percent))(?:ly)?\s+(?:and\s+\w+\s+)?(?:recover\w*|cure[ds]?|heal\w*|relie\w+|resol\w+|restor\w+|remission|return|elimination|freedom)|(?:recover|heal|resolve)s?\s+(?:completely|fully|entirely)|pain[- ]free|(?:a\s+)?cure[ds]?\b(?!\s+(?:or|and|nor|and\/or)\s+relie)|return\w*\s+(?:\w+\s+){0,3}to\s+(?:\w+\s+){0,2}pre-?injury)`;
const OUTLOOK = String.raw`(?:will|would|likely|unlikely|expect\w*|anticipat\w*|guarantee\w*|promis\w*|assur\w*|ensur\w*|certain|prospect|hope|must|requir\w*|need(?:s|ed)? to|has to|have to|unless|until|only if|is to|capable|potential|going to|can(?:not)?|could)`;
/** A wrong goal that is asked for, or said to be out of reach. */
const WRONG_GOAL = new RegExp(
  `\\b${OUTLOOK}\\b[^.;]{0,90}\\b${WHOLE}|\\b${WHOLE}[^.;]{0,60}\\b${OUTLOOK}\\b|\\b(?:no|without|lack of|insufficient) (?:evidence|proof|indication|assurance)\\b[^.;]{0,90}\\b${WHOLE}`,
  'iu',
);
/** More proof than is asked for: a preponderance is enough (Labor Code 4604.5(a)). */
const WRONG_PROOF =
  /\bguarantee[ds]?\b|\b(?:absolute|complete|medical|scientific|reasonable|full|total)\s+certainty\b|\b(?:with|to a)\s+certainty\b|\bbeyond (?:a|any|all|every)\s+(?:reasonable\s+)?doubt\b|\bclear and convincing\b|\b(?:conclusive|definitive|irrefutable|absolute|incontrovertible|unequivocal)\s+(?:proof|evidence that)\b|\b(?:conclusively|definitively|irrefutably|unequivocally)\s+(?:prove[ns]?|proved|established|demonstrated)\b/iu;
const ASKED =
  /\b(?:no|not|without|lack\w*|absen\w+|must|requir\w*|need\w*|until|unless|cannot|fail\w*|neither|nor|insufficient)\b|n't\b/iu;
/** Somebody else's words, what was explained to the worker, or what was in the past. */
const NOT_ASKED =
  /\b(?:told|informed|explain\w*|understands?|counsel\w*|consent\w*|hopes?|wishes|wants|goal of the worker|as if|need not|not required|is not (?:the|a) (?:standard|requirement|test|condition)|does not (?:ask|require)|do not (?:ask|require)|rather than|even though|although|despite|made a|had made|has made)\b|\bnecessary\b[^.;]*\bnot because\b/iu;

/** A register of prescriptions, in capitals. */
const REGISTER = /\bCURES\b/gu;

const wrongStandard = (written: string): string | null => {
  const sentence = written.replace(REGISTER, 'register');
  if (NOT_ASKED.test(sentence)) return null;
  const proof = WRONG_PROOF.exec(sentence);
  if (proof !== null && ASKED.test(sentence)) return proof[0];
  const goal = WRONG_GOAL.exec(sentence);
  return goal === null ? null : goal[0];
};

type Beyond = 'causation' | 'liability' | 'timeliness';

const CONDITION_IS = String.raw`\b(?:is|are|was|were|be|been|appears?|seems?)\s+(?:clearly\s+|likely\s+|probably\s+|more likely\s+)?`;
const INJURY = String.raw`(?:the\s+|his\s+|her\s+|this\s+)?(?:industrial|work|occupational|claimed|employment|job|accepted)\b`;
/** What a reviewer has no power to decide: only medical necessity is before him (Labor Code 4610.6(a)). */
const BEYOND: readonly (readonly [Beyond, RegExp])[] = [
  [
    'causation',
    new RegExp(
      [
        `${CONDITION_IS}(?:not\\s+(?:an?\\s+)?(?:industrial|work-related|occupational|compensable|causally)|non-?industrial|non-?occupational|unrelated to ${INJURY}|pre-?existing (?:and|rather))`,
        `\\bnot\\s+(?:\\w+\\s+){0,2}(?:related|due|attributable|caused|the result|a (?:result|consequence)|arising|connected)\\b\\s*(?:to|by|of|out of|with|from)?\\s+${INJURY}`,
        `\\bunrelated to ${INJURY}`,
        `\\bdid not (?:arise|result)\\s+(?:out of|from)\\s+(?:${INJURY}|(?:the )?employment)`,
        `\\b(?:industrial )?causation (?:has|is|was) not (?:been )?(?:established|shown|proven|demonstrated|met)`,
        `\\bno (?:causal|industrial) (?:relation\\w*|connection|link|nexus|basis)\\b`,
        `\\b(?:caused by|due to|attributable to|the result of) (?:aging|age|degeneration|a non-?industrial|the natural progression)\\b[^.;]{0,40}\\b(?:rather than|and not|instead of)\\b`,
      ].join('|'),
      'iu',
    ),
  ],
  [
    'liability',
    /\bnot (?:an? )?(?:accepted|admitted|covered) (?:body (?:part|region)|part|claim|condition|injury)|\b(?:is|are|was|were) (?:not (?:part of|accepted|covered|included in) (?:the |on (?:the|this) )?(?:accepted |industrial |claimed )?(?:claim|injury|body parts?)|a (?:denied|disputed) (?:body part|claim|condition))|\b(?:claims administrator|employer|insurer|carrier|defendant)s? (?:is|are|was) (?:not )?(?:liable|responsible|obligated)\b|\b(?:liability|responsibility) (?:rests|lies|falls|of the (?:employer|claims administrator|carrier)|for (?:the|this) (?:treatment|request|body part|condition) (?:is|has|rests|lies))|\bnot (?:a )?compensable\b|\bAOE\/COE\b|\bapportion(?:ed|ment)\b/iu,
  ],
  [
    'timeliness',
    /\b(?:utili[sz]ation review|UR|denial|non-?certification|determination of the claims administrator)\b[^.;]{0,50}\b(?:untimely|not timely|late\b|too late|overdue|defective|invalid|void|after the (?:statutory )?(?:deadline|time (?:limit|frame)|period)|missed|past the|outside (?:of )?the (?:statutory|legal|allowed|five|14|required)|exceeded the)|\b(?:untimely|late|belated|defective|invalid) (?:utili[sz]ation review|UR|denial|non-?certification)\b/iu,
  ],
];
/** It is said that it is not decided here, or somebody else is told to have said it, or it is of another injury. */
const NOT_DECIDED =
  /\b(?:scope|purview|power|jurisdiction)\b|\b(?:does|do|did|is|are|was|were|will) not (?:\w+ )?(?:address|decide|consider|determin|judg|rul|before|at issue|the subject|in question)\w*|\bno opinion\b|\bnot (?:decided|addressed|considered|determined|judged) (?:here|in this)|\b(?:leaves? (?:open|aside|that|this|it)|left (?:open|to|aside|for)|reserved|separately|elsewhere)\b|\b(?:stat(?:es?|ed|ing|ement)|opin\w+|according to|says?|said|argu\w+|wrote|writes|not(?:es|ed)|found by|report(?:s|ed)|conclud\w+|contend\w*|maintain\w*|asks?|asked|question\w*|apportioned (?:\w+ ){0,4}(?:by|in)|the (?:QME|AME|evaluator|examiner))\b|\bnon-?industrial (?:fall|accident|injury|incident|event)\b|\bif\b|\bwhether\b/iu;

const beyondPower = (sentence: string): { readonly what: Beyond; readonly words: string } | null => {
  if (NOT_DECIDED.test(sentence)) return null;
  for (const [what, pattern] of BEYOND) {
    const match = pattern.exec(sentence);
    if (match !== null) return { what, words: match[0].trim() };
  }
  return null;
};

const STATUS =
  /\b(?:non-?exempt|not exempt|unlisted|not (?:an exempt|(?:on|in|listed (?:on|in)|included (?:on|in)|part of|found (?:on|in)) (?:the )?(?:MTUS |state |drug )*(?:formulary|drug list|list))|(?:absent|missing|excluded) from (?:the )?(?:MTUS |drug )*(?:formulary|drug list)|non-?formulary|off[- ]formulary|compounded)\b/iu;
const REFUSED =
  /\b(?:not (?:be )?(?:medically necessary|(?:a )?necess\w+|approved|authori[sz]ed|certified|supported|allowed|permitted|granted|covered|warranted|indicated|recommended)|cannot be|denied|upheld|non-?certified|unnecessary)\b|\bno (?:medical )?necessity\b/iu;
const CONCLUDES =
  /^(?:therefore|thus|hence|as such|accordingly|consequently|for (?:this|that) reason|on (?:this|that) (?:ground|basis)|because of (?:this|that)|so)\b/iu;
/** Another reason stands beside it, or it is said to be none. */
const OTHER_REASON =
  /\b(?:by (?:it|them)sel(?:f|ves)|alone|no ground|not a (?:ground|reason)|variance|guidelines? (?:\w+ ){0,4}(?:recommend|do|does|not|advise|limit)\w*|recommend\w* (?:only|against|after|for)|trial|first[- ]line|failed|fails|evidence|function\w*|side effects?|risk\w*|efficacy|ingredients?|studies|duration|weeks?|months?|doses?|dosage|relief|documentation|documented|records?|notes|prospective review|reviewed|generic)\b/iu;

const formularyGround = (item: CheckedItem): string | null => {
  if (item.decision !== 'Upheld' || item.request.kind !== 'drug') return null;
  const sentences = spokenSentences(item);
  const at = sentences.findIndex((sentence, index) => {
    const next = sentences[index + 1] ?? '';
    if (!STATUS.test(sentence) || OTHER_REASON.test(sentence)) return false;
    return REFUSED.test(sentence) || (CONCLUDES.test(next) && REFUSED.test(next) && !OTHER_REASON.test(next));
  });
  const ground = sentences[at];
  if (ground === undefined) return null;
  // Where the rest of the rationale weighs the drug by a guideline or the records, its status is told and not the ground.
  const rest = sentences.filter((_, index) => index !== at && index !== at + 1);
  return rest.some((sentence) => OTHER_REASON.test(sentence)) ? null : ground;
};

const ofSentences =
  (judge: (sentence: string, item: CheckedItem) => Found | null) =>
  ({ checkedItems }: { readonly checkedItems: readonly CheckedItem[] }): Found[] =>
    checkedItems.flatMap((item) => spokenSentences(item).flatMap((sentence) => judge(sentence, item) ?? []));

export const wordingChecks: readonly LetterCheck[] = [
  {
    name: 'right-standard',
    run: ofSentences((sentence, item) => {
      const words = wrongStandard(sentence);
      return words === null ? null : found('wrong-standard', itemPart(item, 'rationale'), { words }, sentence);
    }),
  },
  {
    name: 'within-power',
    run: ofSentences((sentence, item) => {
      const beyond = beyondPower(sentence);
      return beyond === null ? null : found('beyond-power', itemPart(item, 'rationale'), beyond, sentence);
    }),
  },
  {
    name: 'formulary-ground',
    run: ({ checkedItems }) =>
      checkedItems.flatMap((item) => {
        const ground = formularyGround(item);
        return ground === null ? [] : [found('formulary-only', itemPart(item, 'rationale'), {}, ground)];
      }),
  },
];
