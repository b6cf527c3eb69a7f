import type { EntryKind } from '../../shared/entry.ts';
import { findFacts, hasDrug } from '../../shared/find-facts.ts';

const SIGNS: readonly (readonly [EntryKind, RegExp])[] = [
  [
    'utilization-review',
    /\butilization review\b|\bnon-?certified\b|\bUR (?:denied|determination)\b|\bthe determination of\b/i,
  ],
  [
    'request',
    /\bappeal|\brequest(?:ed|ing|s)?\b.*\b(?:authoriz|for|is|was)\b|\bauthorization\b|\b(?:has|had|have) (?:recommended|requested|ordered)\b|\bthe provider (?:recommended|requested|ordered)\b|\breferred to\b|\breferral\b|\b(?:was|were) (?:ordered|requested|recommended)\b|\bstill ask/i,
  ],
  [
    'work-status',
    /\b(?:work status|modified (?:work|duty)|light duty|off work|full duty|regular duty|work restrictions?|total(?:ly)? disab|disability status|return(?:ed)? to work)\b/i,
  ],
  [
    'procedure',
    /\b(?:underwent|inject(?:ed|ions?)|surgery|surgical|arthroscop|fusion|discectomy|laminectomy|nerve block|ablation|epidural|operation|ORIF|open reduction|arthroplasty)\b/i,
  ],
  [
    'imaging',
    /\b(?:MRI|x-?rays?|CT scan|radiographs?|films|ultrasound|bone scan|EMG|NCS|NCV|electrodiagnostic|nerve conduction)\b/i,
  ],
  [
    'therapy',
    /\b(?:physical therapy|physiotherapy|chiropract\w*|acupunctur\w*|massage|home exercises?|exercise program|therapy|aquatic|TENS|adjustments?|manipulation)\b/i,
  ],
  ['diagnosis', /\bdiagnos(?:is|es|ed)\b/i],
];
const MEDICATION =
  /\b(?:medications?|tablets?|pills|anti-?inflammator\w+|muscle relaxants?|opioids?|narcotics?|NSAIDs?|patch(?:es)?|cream)\b/i;

/** Which lane of the timeline a statement belongs to, by its words; `visit` where none of them decides. */
export const classifyWords = (text: string): EntryKind => {
  const found = SIGNS.find(([, pattern]) => pattern.test(text))?.[0];
  if (found === 'procedure' && /\b(?:never|no|not|denied|without)\b/i.test(text)) return 'visit';
  const isDrug = MEDICATION.test(text) || hasDrug(text);
  if (isDrug && (found === undefined || found === 'therapy' || found === 'diagnosis')) return 'medication';
  return found ?? 'visit';
};

/** What came before, by its own words: an operation that it names was not done on the day it is told. */
export const tellsPast = (text: string): boolean =>
  /\b(?:status post|s\/p|history of|after|following|since|ago|previous(?:ly)?|prior|post-?op\w*|had|in the past|years? back)\b/i.test(
    text,
  );

/** Words that a timeline of an injury is made of: complaint, finding, treatment, work. */
const CLINICAL =
  /\b(?:pain\w*|ach(?:e|es|ing)|sore\w*|tender\w*|hyperton\w*|stimulation|manipulation|numb\w*|tingl\w*|weak\w*|spasms?|stiff\w*|swell\w*|swollen|radiat\w*|burning|sharp|dull|throbbing|headaches?|dizz\w*|nausea|heartburn|drows\w*|sleep\w*|gait|limp\w*|range of motion|flexion|extension|abduction|reflex\w*|sensation|strength|straight leg|motor|sensory|neurologic\w*|atrophy|effusion|crepitus|instability|impingement|positive|negative|sign|test|palpation|improv\w*|worse\w*|better|same|unchanged|relief|helped|tolerat\w*|medicat\w*|therap\w*|chiropract\w*|acupunct\w*|exercis\w*|inject\w*|surg\w*|replacement|fusion|block|disc|hernia\w*|tear|plateau|gain|progress|appeal|brace|support|ORIF|arthroplasty|repair|MRI|x-?rays?|EMG|diagnos\w*|injur\w*|fell|strain\w*|sprain\w*|fracture\w*|work\w*|duty|restrict\w*|lift\w*|bend\w*|sit\w*|stand\w*|walk\w*|disab\w*|symptoms?|complain\w*|function\w*|visits?|sessions?|consult\w*|referr\w*|authoriz\w*|ice|cold pack|heat|brace|TENS|labs?|urine|denied|year-old|stationary|maximum medical improvement|MMI)\b|\b\d{1,2}(?:\.\d)?\s?\/\s?10\b/i;
const EMPTY =
  /\b(?:no (?:known )?(?:drug )?allerg|nkda|well[- ](?:developed|nourished)|alert and oriented|no acute distress|in no distress|no questions|interpreter|time spent|minutes (?:were )?spent|reviewed with|thank you|informed consent|risks and benefits|hand hygiene|vital signs|heent|heart (?:rate|regular)|lungs? (?:are )?clear|regular rate|skin (?:is )?(?:warm|intact)|pupils|emergency room if|call (?:the )?(?:office|clinic|911|again)|return (?:to clinic|on|in|visit|\d)|follow[- ]?up (?:in|on|visit|appointment|as|with)|next (?:visit|appointment)|re-?check in|rtc\b|patient education|educated|understood and agreed|opportunity to (?:see|evaluate)|pleasure of|^follow-?up\b(?! (?:MRI|x-?ray|film))|verbalized understanding|see attached|as above|please)\b/i;
const VITALS =
  /^(?:vitals?|bp|blood pressure|height|weight|temp(?:erature)?|pulse|general|heent|psych|constitutional|respiratory|cardiovascular|abdomen|skin|wt|ht|hr|bmi)\b/i;

/** Vitals, courtesies, appointments and what is printed of every visit: nothing that a timeline is made of. */
export const isEmptyTalk = (text: string): boolean => EMPTY.test(text) || VITALS.test(text);

/** Whether a unit tells something that belongs on a timeline, and not vitals, courtesies or appointments. */
export const isClinical = (text: string): boolean =>
  (CLINICAL.test(text) || findFacts(text).some(({ kind }) => kind === 'body-part' || kind === 'drug')) &&
  !isEmptyTalk(text);
