/**
 * The words by which a clause says that something is not documented, and where what is missing stands: behind them or
 * before them. `isOfFact`: that it is not so at all, which only a page that states it contradicts. `isOfTerms`: words so
 * common that only terms of the list count behind them.
 */
export type ClaimCue = {
  readonly pattern: RegExp;
  readonly stands: 'behind' | 'before' | 'within';
  readonly isOfFact?: true;
  readonly isOfTerms?: true;
};

const words = (list: string): string => `(?:${list.trim().split(/\s+/u).join('|').replaceAll('_', ' ')})`;

const NOUN = words(
  'documentation documents? evidence mention indication records? reports? findings? description discussion proof copy copies notation confirmation account results? objective_evidence',
);
const LINK = `(?:${[
  'of',
  'that',
  'for',
  'regarding',
  'about',
  'concerning',
  'as to',
  'with (?:regard|respect) to',
  'to (?:support|suggest|indicate|show|confirm|demonstrate|substantiate)(?: that)?',
  'supporting',
  'showing',
  'indicating',
  'suggesting',
  'confirming',
  'reflecting',
  'demonstrating',
  'whether',
].join('|')})`;
/** Who is silent: the file and those who wrote it, never a guideline. */
const FILE = words(
  'records? documentation documents? files? notes? reports? charts? submissions? submitted_materials? materials? paperwork information request rfa provider physician doctor clinician surgeon requesting_physician treating_physician examination exam history',
);
const VERB = words(
  'document mention indicate describe report show reveal demonstrate note include contain provide reflect establish discuss address evidence record submit confirm identify detail state list supply furnish attach hold support substantiate specify give offer comment_on refer_to speak_of',
);
const ENDING = '(?:e?s|e?d|ted|ting|ing)?';
const PARTICIPLE = words(
  'documented mentioned reported described noted recorded provided submitted included shown demonstrated evidenced found identified addressed discussed supplied furnished attached enclosed presented established substantiated available seen evident present located contained given stated listed produced outlined specified confirmed apparent detailed charted noted_anywhere made_available made_part on_file in_the_file in_the_records? in_evidence part_of_the_file part_of_the_records? among_the_records?',
);
const DONE = words(
  'performed completed obtained done signed attempted tried undertaken conducted executed administered checked carried_out trialed',
);
const HOW = '(?:\\w+ly |yet |anywhere |ever |been |otherwise |so far ){0,3}';
const BE = '(?:is|are|was|were|be|being|has been|have been|had been|has|have|had)';

const behind = (pattern: string, rest: Partial<ClaimCue> = {}): ClaimCue => ({
  pattern: new RegExp(`\\b${pattern}\\s+`, 'giu'),
  stands: 'behind',
  ...rest,
});
const before = (pattern: string, rest: Partial<ClaimCue> = {}): ClaimCue => ({
  pattern: new RegExp(`(?<=\\w)\\s+${pattern}(?!\\w)`, 'giu'),
  stands: 'before',
  ...rest,
});
/** What is missing stands between two words: `no drug screen was provided`. */
const within = (from: string, to: string, rest: Partial<ClaimCue> = {}): ClaimCue => ({
  pattern: new RegExp(`\\b${from}\\s+(?<within>[^;:]{3,160}?)\\s+${to}(?!\\w)`, 'giu'),
  stands: 'within',
  ...rest,
});

const NO =
  "(?:no|nor|without(?: any)?|lack(?:s|ing|ed)?(?: of)?(?: any)?|absence of|absent|devoid of|void of|not (?:any|have|provide|include|contain|offer|give)(?: any)?|(?:is|are|was|were)n['’]t any|insufficient|inadequate|limited or no|little or no|negative for(?: any)?)";

/** Every cue. A clause is asked for each of them; the same term is found once. */
export const CLAIM_CUES: readonly ClaimCue[] = [
  behind(
    `${NO}\\s+(?:\\w+\\s+){0,3}?${NOUN}(?:\\s+(?:is|was|has been|were|are)\\s+(?:made|given|provided|found|seen))?\\s+${LINK}`,
  ),
  behind(
    `(?:do(?:es)?|did|has|have|had)(?:\\s+not|n['’]t|\\s+never)\\s+${HOW}(?:${VERB},? (?:(?:or|and|nor) )?(?:otherwise )?){0,3}${VERB}${ENDING}(?:\\s+that)?`,
  ),
  behind(`(?:fail(?:s|ed|ure|ing)?|neglect(?:s|ed)?|omit(?:s|ted)?)\\s+to\\s+${HOW}${VERB}(?:\\s+that)?`),
  behind(
    `${FILE}(?:\\s+\\w+){0,4}?\\s+(?:lacks?|lacked|omits?|omitted|(?:is|are|was|were|remains?)\\s+(?:silent|mute)\\s+(?:on|as to|about|regarding|concerning)|(?:is|are|was|were)\\s+(?:devoid|void|bare|empty|free)\\s+of|(?:is|are|was|were)\\s+without|makes?\\s+no\\s+(?:mention|reference)\\s+(?:of|to))`,
  ),
  behind(`${FILE}(?:\\s+\\w+){0,5}?\\s+${VERB}${ENDING}\\s+(?:no|neither)`, { isOfTerms: true }),
  behind(`${FILE}(?:\\s+\\w+){0,4}?\\s+(?:has|have|had)\\s+no`, { isOfTerms: true }),
  behind(
    `(?:none of|nothing in|nothing within|nowhere in|no(?:t one)? part of)\\s+(?:\\w+\\s+){1,6}?${VERB}${ENDING}(?:\\s+that)?`,
  ),
  behind(`nowhere\\s+(?:\\w+\\s+){1,6}?${VERB}${ENDING}`),
  behind(
    `no\\s+(?:\\w+\\s+){0,2}(?:notes?|pages?|reports?|records?)\\s+(?:\\w+\\s+){0,4}?${VERB}${ENDING}(?:\\s+that)?`,
  ),
  behind(`(?:no|absence of|lack of|without(?: any)?|absent)\\s+(?:\\w+ly\\s+)?(?:documented|recorded|reported)`),
  behind(`${BE}\\s+not\\s+${HOW}${PARTICIPLE}\\s+(?:that|whether|if)`),
  behind(`(?:absent|missing|omitted|lacking)\\s+(?:from|in)\\s+(?:\\w+\\s+){1,5}?(?:is|are|was|were)`),
  behind(`(?:can|could)(?:\\s*not|n['’]t)\\s+${HOW}(?:find|locate|identify|see|confirm|verify)`),
  behind(`(?:unable|impossible)\\s+to\\s+(?:find|locate|identify|confirm|verify)`),
  behind(
    `(?:has|have|had)(?:\\s+not|n['’]t|\\s+never)\\s+${HOW}(?:had|undergone|tried|attended|received|completed|attempted|started|begun|signed|used|participated in|engaged in|been (?:given|treated with|enrolled in))`,
    { isOfFact: true, isOfTerms: true },
  ),
  behind(`(?:is|are|was|were)\\s+no(?:t any)?`, { isOfFact: true, isOfTerms: true }),
  behind(`(?:lack of|absence of|lacking|missing|absent)(?:\\s+(?:is|are|was|were))?`, {
    isOfFact: true,
    isOfTerms: true,
  }),
  before(`(?:(?:is|are|was|were|has|have|had)(?:\\s+not|n['’]t|\\s+never))\\s+${HOW}(?:${PARTICIPLE})`),
  before(`(?:(?:is|are|was|were|has|have|had)(?:\\s+not|n['’]t|\\s+never))\\s+${HOW}(?:${DONE})`, {
    isOfFact: true,
    isOfTerms: true,
  }),
  before(
    `(?:is|are|was|were|remains?|remained|goes|go|went)\\s+(?:\\w+ly\\s+)?(?:undocumented|unmentioned|unrecorded|unreported|lacking|missing|absent|unavailable|wanting|insufficient|inadequate)`,
  ),
  before(`(?:can|could)(?:\\s*not|n['’]t)\\s+be\\s+${HOW}(?:found|located|identified|verified|confirmed|seen)`),
  before(`(?:is|are|was|were|appears?|appeared)\\s+nowhere`),
  before(`(?:do(?:es)?|did)(?:\\s+not|n['’]t)\\s+(?:appear|exist|figure)`),
  within(
    '(?:no|neither|not one|nor)',
    `(?:${BE}\\s+)?${HOW}(?:reported|noted|found|identified|seen|present|evident|observed)`,
    {
      isOfFact: true,
    },
  ),
  within('(?:no|neither|not one|nor)', `(?:${BE}\\s+)?${HOW}${PARTICIPLE}`),
  within('(?:no|neither|not one|nor)', `${BE}\\s+${HOW}${DONE}`, { isOfFact: true, isOfTerms: true }),
  within('(?:no|neither)', '(?:appears?|appeared|exists?|existed)\\b'),
];
