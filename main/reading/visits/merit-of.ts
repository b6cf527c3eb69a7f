import type { VisitKind, Merit } from '../../../shared/visit.ts';
import type { SectionKind } from '../heading-words.ts';
import { MENTIONED } from '../propose-mentions.ts';
import type { Touch } from './disputed-words.ts';
import { clausesOf, wordsValue, type EarlierValues, type Statement } from './earlier-values.ts';
import type { ToldDraft } from './told-draft.ts';

/** What a fact is worth: its merit, or why it has none; `why` is one sentence. */
export type Worth = { readonly merit: Merit | null; readonly why: string; readonly isSame?: boolean };

export type MeritContext = {
  readonly visit: VisitKind;
  readonly earlier: EarlierValues;
  readonly touch: (text: string) => Touch | null;
};

const SCORE = /\b\d{1,2}(?:\.\d)?(?:\s?(?:-|to)\s?\d{1,2})?\s?\/\s?10\b/;
const CHANGE =
  /\b(?:improv\w+|better|worse\w*|worsen\w*|increas\w+|decreas\w+|reduced|resolved|eased|returned|came back|flare\w*|plateau\w*|no further gain|unchanged|the same|persist\w*|relie(?:f|ved)|helped|no benefit|benefit\w*)\b/i;
const RESPONSE =
  /\b(?:relie(?:f|ved)|help(?:ed|s)?\b(?! (?:quit|with))|benefit\w*|no better|plateau\w*|no further gain|(?:slow|good|steady|some|no|little|minimal) progress|reduced to|without improvement|could (?:not name|now)|can now|now able|(?:pain|symptoms?|function\w*|motion|knee|shoulder|back|neck) (?:\w+ )?(?:had |was |were )?(?:not )?improv\w+)\b/i;
const SIDE_EFFECT =
  /\b(?:nausea|vomiting|drows\w*|dizz\w*|heartburn|stomach|upset|constipat\w*|side effects?|tolerat\w*|itching|rash)\b/i;
const DRUG_WORD = /\b(?:medicat\w*|tablets?|pills?|from|because of|made (?:him|her)|stopped)\b/i;
const BEGUN_OR_CHANGED =
  /\b(?:started|begun|began|prescribed|dispensed|added|increased|decreased|reduced|changed|switched|stopped|discontinued|tapered|weaned|resumed|given|injected)\b/i;
const COUNTED = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four)';
const COMPLETED = new RegExp(
  `\\b(?:completed|attended|visit|had had|received) (?:\\w+ ){0,4}${COUNTED}\\b|\\b${COUNTED} (?:of \\w+ )?(?:(?:physical )?therapy )?(?:sessions|visits)\\b`,
  'i',
);
const REFERRED = /\b(?:referred|referral|consult(?:ation)?)\b/i;
const INSTRUCTION =
  /\b(?:was (?:told|instructed|advised|educated|encouraged|shown)|were (?:discussed|explained|reviewed)|ice|heat) ?/i;
const NORMAL =
  /\b(?:negative|normal|intact|symmetric\w*|full|no|none|not|denied|without|unremarkable|nontender|absent|stable|equal|5\/5|2\+)\b/i;
const POSITIVE =
  /\b(?:positive|tender\w*|spasms?|pain\w*|limited|reduced|decreased|diminished|weak\w*|antalgic|limp\w*|swelling|swollen|effusion|atrophy|instability|crepitus|guarding|trigger points?|stiff\w*|slow|abnormal|restricted|equivocal|hyperton\w*|[0-4][+-]?\/5|radiat\w*|burning|numb\w*|deformity|unable)\b/i;

/** What is gone, or was looked for and not found. */
const GONE = /\b(?:no longer|resolved|gone|subsided)\b/i;
const FREE = /\bfree of\b|\bwaddell\b.*\b0\b/i;

const isPositive = (text: string): boolean =>
  POSITIVE.test(text) &&
  !GONE.test(text) &&
  !FREE.test(text) &&
  !/\b(?:no|not|without|negative|denied|non-?)\b[^;,]*$/i.test(text.slice(0, text.search(POSITIVE)));

const worth = (merit: Merit | null, why: string, isSame = false): Worth => ({ merit, why, ...(isSame && { isSame }) });

/** A row of a flow sheet: that somebody came is told by the visit itself, only the scores are compared. */
export const ATTENDED = /^\S+(?: \w+)? (?:attended|did not attend)\b/;

/** What values the fact gives, to be compared with those of the visits before. */
export const statementsOf = ({ kind, text }: ToldDraft): Statement[] => {
  if (kind === 'diagnosis' || kind === 'work-status') return [wordsValue(kind, text)];
  return ATTENDED.test(text) && SCORE.test(text) ? clausesOf(text).slice(1) : clausesOf(text);
};

/** Functional improvement is what every guideline asks for. */
const FUNCTION =
  /\b(?:can|could) (?:now|only)\b|\bnow able\b|\bup from\b|\b(?:can|could|able to) (?:sit|stand|walk|lift|drive|reach)\b[^.]*\d/i;

const PERSON = /^\S+ (?:was|is) an? \d{1,3}[- ]year[- ]old\b(?!.*\b(?:pain|complain|injur|present|numb|weak))/i;
const DENIED = /\b(?:denied|never|did not (?:have|think)|no (?:history|other|prior|previous))\b/i;

const complaint = ({ text }: ToldDraft, same: string | null, context: MeritContext): Worth => {
  const isTherapy = context.visit === 'therapy';
  if (SCORE.test(text))
    return same === null
      ? worth('complaint', 'Complaint with its score.')
      : worth('complaint', `Complaint with its score, the same since ${same}.`, isTherapy);
  if (PERSON.test(text)) return worth(null, 'Says who the person is.');
  if (same !== null) return worth('complaint', `Said in the same words on ${same}.`, true);
  if (DENIED.test(text)) return worth(null, 'A complaint that was denied.');
  if (FUNCTION.test(text)) return worth('complaint', 'Function and how it changed.');
  if (RESPONSE.test(text) || (SIDE_EFFECT.test(text) && DRUG_WORD.test(text)))
    return worth('treatment', 'Response to treatment.');
  if (CHANGE.test(text)) return worth('complaint', 'Complaint that changed.');
  return worth(null, 'A complaint without score or change.');
};

const finding = ({ text }: ToldDraft, same: string | null, context: MeritContext): Worth => {
  const isTherapy = context.visit === 'therapy';
  if (same !== null && (isTherapy || !isPositive(text))) return worth('finding', `The same since ${same}.`, true);
  if (isPositive(text)) return worth('finding', 'Positive finding.');
  if (/\d/.test(text) && !/^no\b|\b5\/5\b|\b2\+/i.test(text))
    return worth(
      'finding',
      context.earlier.isKnown(clausesOf(text)) ? 'Changed since the last visit.' : 'Measured finding.',
    );
  if (CHANGE.test(text) || GONE.test(text)) return worth('finding', 'Says how findings changed.');
  return worth(null, NORMAL.test(text) ? 'Normal finding.' : 'Finding of no consequence.');
};

const treatment = (draft: ToldDraft, same: string | null, context: MeritContext): Worth => {
  const { text, kind, toldIn } = draft;
  if (ATTENDED.test(text) && /\bpain\b/.test(text))
    return same === null
      ? worth('complaint', 'Score before and after treatment.')
      : worth('complaint', `Score the same since ${same}.`, true);
  if (SCORE.test(text) && toldIn?.section === 'subjective' && !RESPONSE.test(text))
    return complaint(draft, same, context);
  if (same !== null) return worth('treatment', `As on ${same}.`, true);
  if (RESPONSE.test(text) || SIDE_EFFECT.test(text))
    return worth('treatment', 'Response to treatment or its side effects.');
  if (kind === 'medication' && BEGUN_OR_CHANGED.test(text))
    return worth('treatment', 'Treatment begun, changed or stopped.');
  if (COMPLETED.test(text)) return worth('treatment', 'How much treatment was given.');
  if (/\bcontinu/i.test(text)) return worth(null, 'Goes on unchanged.');
  if (kind === 'therapy' && /\b(?:started|begun|began|stopped|discharged)\b/i.test(text))
    return worth('treatment', 'Treatment begun or stopped.');
  if (toldIn?.section === 'medications' && kind === 'medication') return worth('treatment', 'Medication taken.');
  return worth(null, 'Treatment as at any visit.');
};

const JUDGING: readonly (SectionKind | undefined)[] = ['diagnosis', 'plan', 'narrative', 'records', 'results'];

/** Whose opinion it is, in a sentence; null for what is none. */
const opinionOf = ({ toldIn, reason, kind }: ToldDraft, touch: Touch | null): string | null => {
  if (touch === null || touch.by === 'part' || reason.startsWith(MENTIONED)) return null;
  if (!JUDGING.includes(toldIn?.section)) return null;
  if (toldIn?.record === 'medical-legal-report' && touch.by !== 'criterion')
    return 'Medical-legal opinion on a disputed treatment.';
  return toldIn?.record === 'consultation' && kind === 'visit' ? 'Opinion of a consultant.' : null;
};

const byKind = (draft: ToldDraft, context: MeritContext, same: string | null): Worth => {
  const { kind, text, toldIn } = draft;
  switch (kind) {
    case 'injury':
      return worth('mechanism', 'How the injury happened.');
    case 'utilization-review':
      return worth('utilization-review', 'Decision of a utilization review.');
    case 'diagnosis':
      return same === null
        ? worth('diagnosis', 'New or changed diagnosis.')
        : worth('diagnosis', `The same since ${same}.`, true);
    case 'work-status':
      return same === null
        ? worth('work-status', 'New or changed work status.')
        : worth('work-status', `The same since ${same}.`, true);
    case 'procedure':
      return worth('procedure', 'Procedure.');
    case 'imaging':
      return same === null ? worth('result', 'Result of a study.') : worth('result', `Told already on ${same}.`, true);
    case 'request':
      return REFERRED.test(text) ? worth('referral', 'Referral.') : worth('request', 'Request for treatment.');
    case 'medication':
    case 'therapy':
      return toldIn?.record === 'drug-test'
        ? worth('result', 'Result of a drug test.')
        : treatment(draft, same, context);
    case 'visit':
      if (toldIn?.section === 'allergies') return worth(null, 'Allergy.');
      if (REFERRED.test(text) && toldIn?.section === 'plan') return worth('referral', 'Referral.');
      if (toldIn?.section === 'objective' || toldIn?.section === 'results') return finding(draft, same, context);
      return INSTRUCTION.test(text) && toldIn?.section === 'plan'
        ? worth(null, 'Instruction.')
        : complaint(draft, same, context);
  }
};

/** The merit of a fact of a visit, before what touches an item is put first. */
export const meritOf = (draft: ToldDraft, context: MeritContext): Worth => {
  if (draft.reason.startsWith(MENTIONED)) return worth(null, 'Only mentions a record.', true);
  const opinion = opinionOf(draft, context.touch(draft.text));
  if (opinion !== null) return worth('opinion', opinion);
  return byKind(draft, context, context.earlier.sameSince(statementsOf(draft)));
};
