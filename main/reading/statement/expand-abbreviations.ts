import { remember } from '../../../shared/remember.ts';

/**
 * Shorthand of notes -> the words a letter writes. Case matters where capitals alone tell an abbreviation from a word.
 */
const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/↑\s?/g, 'increased '],
  [/↓/g, 'decreased'],
  [/Ø\s?/g, 'no '],
  [/(?<=[a-z]{2}|\))\s\+\s(?=[a-z]{2})/gi, ' and '],
  [/^rec\.?\s(?=\w)/gi, 'recommend '],
  [/\bX\.?R\.?(?=\s|s\b)/g, 'X-ray'],
  [/\bmod\.?(?=\s+(?:DJD|OA|degen|arthr|sever|tender|pain|effus|spasm|disc|stenosis))/gi, 'moderate'],
  [/\bchiro\b/gi, 'chiropractic'],
  [/\bflex\.?(?=\s+\d)/gi, 'flexion'],
  [/\bext\.?(?=\s+\d)/gi, 'extension'],
  [/\babd\.?(?=\s+\d)/gi, 'abduction'],
  [/\beval\b/gi, 'evaluation'],
  [/\bx\s?(\d+)\s?d\b/gi, 'for $1 days'],
  [/\bcont['’]d\b/gi, 'continued'],
  [/^cont\.?\s/gi, 'continue '],
  [/\bc\/o\b/gi, 'complains of'],
  [/\bs\/p\b/gi, 'status post'],
  [/\bw\/o\b/gi, 'without'],
  [/\bw\/(?=\s?[a-z])/gi, 'with '],
  [/\bh\/o\b/gi, 'history of'],
  [/\br\/o\b/gi, 'rule out'],
  [/\bd\/t\b/gi, 'due to'],
  [/\bf\/u\b/gi, 'follow-up'],
  [/\bb\/l\b/gi, 'bilateral'],
  [/\bd\/c(?:['’]?d)?\b(?=\s)/gi, 'discontinue'],
  [/\bCMT (?=(?:to )?(?:L\/S|C\/S|T\/S|[LCTS]\d))/g, 'chiropractic manipulation of the '],
  [/\bL\/S(?: spine)?\b/g, 'lumbar spine'],
  [/\bC\/S(?: spine)?\b/g, 'cervical spine'],
  [/\bT\/S(?: spine)?\b/g, 'thoracic spine'],
  [/\bLBP\b/g, 'low back pain'],
  [/\bTTP\b/g, 'tenderness to palpation at'],
  [/\bR\.?O\.?M\.?(?=[\s:,]|$)/g, 'range of motion'],
  [/\bSLR\b/g, 'straight leg raise'],
  [/\bDTRs?\b/g, 'deep tendon reflexes'],
  [/\bLE(?:s)?\b/g, 'lower extremities'],
  [/\bUE(?:s)?\b/g, 'upper extremities'],
  [/\bCMT\b/g, 'chiropractic manipulation'],
  [/\bEMS\b|\b[Ee]-stim\b/g, 'electrical stimulation'],
  [/\bHEP\b/g, 'home exercise program'],
  [/\bESI\b/g, 'epidural steroid injection'],
  [/\bUDS\b|\bUDT\b/g, 'urine drug test'],
  [/\bDME\b/g, 'durable medical equipment'],
  [/\bOT(?=\s+(?:\d|twice|once|two|three|visits?|sessions?|eval))/g, 'occupational therapy'],
  [/\bTTD\b/g, 'temporary total disability'],
  [/\bRTW\b/g, 'return to work'],
  [/\bN\/T\b/g, 'numbness and tingling'],
  [/\bADLs?\b/g, 'activities of daily living'],
  [/\bmeds\b/gi, 'medications'],
  [/\bhx\b/gi, 'history'],
  [/\btx\b/gi, 'treatment'],
  [/\bdx\b/gi, 'diagnosis'],
  [/\bsx\b/gi, 'symptoms'],
  [/\bprn\b|\bp\.r\.n\.(?=\s|$)/gi, 'as needed'],
  [/\b(?:po|p\.o\.)(?=[\s,])\s?/gi, ''],
  [/\b(?:tid|t\.i\.d\.)(?=[\s,.;)]|$)/gi, 'three times a day'],
  [/\b(?:bid|b\.i\.d\.)(?=[\s,.;)]|$)/gi, 'twice a day'],
  [/\b(?:qid|q\.i\.d\.)(?=[\s,.;)]|$)/gi, 'four times a day'],
  [/\b(?:qhs|q\.h\.s\.)(?=[\s,.;)]|$)/gi, 'at bedtime'],
  [/\b(?:qd|q\.d\.|daily)(?=[\s,.;)]|$)/gi, 'daily'],
  [/\b1 tabs?\b/gi, 'one tablet'],
  [/\b1 caps?\b/gi, 'one capsule'],
  [/\btabs\b/gi, 'tablets'],
  [/\b(\d+)\s?x\s?\/\s?(?:wk|week)\b/gi, '$1 times a week'],
  [/\b(\d+)\s?\/\s?wk\b/gi, '$1 times a week'],
  [/(\btimes a week)\s+x\s+(\d+)\s?(?:wks?|weeks?)\b/gi, '$1 for $2 weeks'],
  [/\bx\s?(\d+)\s?(?:wks?|weeks?)\b/gi, 'for $1 weeks'],
  [/\b(\d+)\s?x\s?(\d+)\s?(?:wks?|weeks?)\b/gi, '$1 times a week for $2 weeks'],
  [/\bwks\b/gi, 'weeks'],
  [/\bx\s?(\d+)\s?days?\b/gi, 'for $1 days'],
  [/\blbs\b\.?/gi, 'pounds'],
  [/>\s?(\d)/g, 'over $1'],
  [/\bx-ray/g, 'X-ray'],
  [/\bR(?=\s+(?:shoulder|knee|hip|ankle|foot|hand|wrist|elbow|arm|leg|side|lower|upper))/g, 'right'],
  [/\bL(?=\s+(?:shoulder|knee|hip|ankle|foot|hand|wrist|elbow|arm|leg|side|lower|upper))/g, 'left'],
  [
    /\bP\.?T\.?(?=\s+(?:\d|twice|once|two|three|for|was|is|visits?|sessions?|eval|causes|caused|and|x)|[.,;]|$)/g,
    'physical therapy',
  ],
];

/** All shorthand as one pattern of each case: most sentences hold none. */
const anyWith = (isEitherCase: boolean): RegExp =>
  new RegExp(
    SHORTHAND.filter(([{ ignoreCase }]) => ignoreCase === isEitherCase)
      .map(([{ source }]) => `(?:${source})`)
      .join('|'),
    isEitherCase ? 'i' : '',
  );
const [AS_PRINTED, IN_EITHER_CASE] = [anyWith(false), anyWith(true)];

const expand = (text: string): string => {
  const hasShorthand = AS_PRINTED.test(text) || IN_EITHER_CASE.test(text);
  const words = hasShorthand
    ? SHORTHAND.reduce((expanded, [pattern, long]) => expanded.replace(pattern, long), text)
    : text;
  return words.replace(/\s{2,}/g, ' ').trim();
};

/** A sentence is asked for its words again by whoever sorts, words and checks it. */
const REMEMBERED = 32;

/** The words without strengths and counts touched: doses, levels and scores stay as printed. */
export const expandAbbreviations = remember(REMEMBERED, expand);
