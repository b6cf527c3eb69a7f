import { isDrugName, lowerFirst, upperFirst, withFullStop } from '../sentence-case.ts';
import type { SectionKind } from '../heading-words.ts';
import type { Pronoun } from './third-person.ts';

/** Forms that only a finite verb has: after the tense was turned, these mark a whole sentence. */
const FINITE =
  /\b(?:(?:he|she|it|they|who|pain|provider) (?:(?:[a-z]+ly|also|still|then|never|only|often|again) )?[a-z]{2,}ed|was|were|had|did|could|would|should|might|must|reported|stated|complained|denied|felt|showed|revealed|demonstrated|remained|continued to|returned|presented|underwent|took|caused|helped|radiated|wanted|wished|worked|sat|made|came|went|gave|began|started|kept|said|told|recommended that|became|got|ached|used|wore|slept|woke|appeared|persisted|brought|eased|slipped|saw|noticed|stayed|understood|agreed|hurt|upset|fit|fell)\b/i;
/** Participles as often as verbs: finite after a subject, not before the noun that they describe. */
const FINITE_AFTER =
  /(?<=[a-z]\s)(?:improved|worsened|increased|decreased|resolved|changed|moved|measured|gained|attended|completed|received|stopped|developed|used|tried|needed|described|lasted|varied)\b(?!\s+(?:range|sensation|strength|reflex|motion|pain|tone|flexion|extension|mobility|lordosis|by|to|with|at|in)\b)/i;
const hasFinite = (text: string): boolean => FINITE.test(text) || FINITE_AFTER.test(text);

/** A clause that belongs to a noun or follows a fragment: its verb makes no sentence of what stands before. */
const RELATIVE = /(?<=\S)\s+(?:that|which|who|when|where|since|because|if|as|after|while)\b.*$/is;

/** The words without the clause that belongs to a noun. */
export const mainClause = (text: string): string => text.replace(/"[^"]*"/g, '').replace(RELATIVE, '');

/** True where a finite verb shows the words to be a whole sentence (past tense expected). */
export const isSentence = (text: string): boolean => hasFinite(mainClause(text));

const subjectOf = (pronoun: Pronoun): string => (pronoun === null ? 'The patient' : upperFirst(pronoun));

/** Verbs with which a note begins its sentence, the person being understood. */
const ELLIPTIC =
  /^(?:(?:still|also|now|currently|again) )?(?:complained|complains|denied|denies|reported|reports|stated|states|noted|notes|felt|feels|described|continued|returned|presented|wanted|wished|remained|attended|took|underwent|received|completed|wore|had|has|was|is|did|does|could|started|stopped|worked|walked|slept|used|rated|requested|needed|tolerated|missed|cannot)\b/i;
const PROGRESSIVE =
  /^(?:also |still |currently |now )?(?:attending|taking|working|using|wearing|having|doing|receiving|sleeping|performing|going|getting|feeling|continuing|tolerating|seeing|awaiting|experiencing)\b/i;
const PASSIVE =
  /^(?:advised|released|referred|instructed|counsell?ed|encouraged|discharged|seen|examined|placed|shown|told|educated|reminded|cleared|admitted|transferred)\b/i;
const CONDITION =
  /^(?:also |still |currently |now |slightly |somewhat |much |a little |generally |overall )?(?:on (?:light|modified|full|regular|restricted)|off (?:of )?work|same|the same|better|worse|improved|improving|unchanged|sore|stable|dizzy|tired|drowsy|able to|unable to|not (?:working|improved|better|sleeping|taking|attending)|working|status post|frustrated|tolerating|independent|disabled)\b/i;
const PAIN_SCORE =
  /^(.*?\b(?:pain|ache|aching|soreness|symptoms|discomfort|headaches?)\b[^.]*?)[,:]?\s+(?:is |was |at |rated )?(\d{1,2}(?:\s?-\s?\d{1,2})?\s?\/\s?10)\b(.*)$/i;

const PLURAL_END =
  /(?:spasms|findings|signs|changes|deficits|symptoms|limitations|complaints|reflexes|muscles|paraspinals|visits|sessions|tests|masses|fractures|tablets|medications|films|studies|restrictions|X-rays|exercises|patches|difficulties|restrictions)$/i;
const headNoun = (phrase: string): string =>
  phrase
    .split(
      /\s+(?:of|over|at|in|to|on|with|from|along|for|without|radiating|into|after|since|when|during|under|by|as|twice|once|per|x|each|every|daily)\s|\s\d|[,(;:#]/,
    )[0]
    ?.trim() ?? phrase;
/** Whether the head of the phrase asks for a plural verb. */
export const isPlural = (phrase: string): boolean =>
  PLURAL_END.test(headNoun(phrase)) || /\band\b/.test(headNoun(phrase));
const MASS =
  /(?:tenderness|pain|spasm|swelling|weakness|numbness|tingling|stiffness|guarding|atrophy|crepitus|sensation|strength|motion|relief|edema|tightness|hypertonicity|treatment|therapy|care|ice|heat|improvement|change|progress|distress|evidence|instability|erythema|bruising|discomfort|manipulation|stimulation|acupuncture|massage|rest|aching|soreness|radiation|work|duty|instruction|education|range of motion|exercise|physiotherapy|hypertonicity|relief|chiropractic|ultrasound|traction)$/i;

/** The phrase with the article that its noun asks for: `an antalgic gait`, `tenderness of the back`. */
export const withArticle = (phrase: string): string => {
  const noun = headNoun(phrase);
  const size = /^(\d+)(?:\.\d+)?\s?(?:mm|cm|-)/.exec(phrase)?.[1];
  if (size !== undefined) return `${/^(?:8|11|18)/.test(size) ? 'an' : 'a'} ${phrase}`;
  if (/^range of motion/i.test(phrase) || isDrugName(phrase)) return phrase;
  if (
    /^(?:the|a|an|his|her|some|no|any|\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|additional|further|left|right|mild|moderate|severe|bilateral)\b/i.test(
      phrase,
    ) &&
    !/^(?:left|right|mild|moderate|severe|additional|further)\b/i.test(phrase)
  )
    return phrase;
  if (MASS.test(noun) || isPlural(phrase) || /s$/.test(noun)) return phrase;
  return `${/^(?:[aeiou]|MRI|X-|EMG|H-|ultra(?!s))/i.test(phrase) && !/^(?:uni|use|euro|one)/i.test(phrase) ? 'an' : /^ultrasound/i.test(phrase) ? 'an' : 'a'} ${phrase}`;
};

const thereWas = (phrase: string): string =>
  `There ${isPlural(phrase) ? 'were' : 'was'} ${withArticle(lowerFirst(phrase))}`;
const noSuch = (rest: string): string => `There ${isPlural(rest) ? 'were' : 'was'} no ${lowerFirst(rest)}`;

/** Whether the person is understood to have been done something: `Advised to keep walking`. */
export const isPassive = (text: string): boolean => PASSIVE.test(text);

const subjective = (text: string, pronoun: Pronoun): string => {
  const measured = /^pain (?:before|after|during|at|with|on)\b/i.test(text) ? MEASURED.exec(text) : null;
  if (measured !== null) return `${measured[1] ?? ''} was ${measured[2] ?? ''}`;
  const who = subjectOf(pronoun);
  if (/^same\b\W*$/i.test(text)) return `${who} was the same`;
  if (/^no /i.test(text)) return noSuch(text.slice(3));
  if (/^(?:an? )?\d{1,3}[\s-](?:year|yr|y)/i.test(text))
    return `${who} was ${/^an? /i.test(text) ? lowerFirst(text) : `a ${text}`}`;
  if (ELLIPTIC.test(text)) return `${who} ${lowerFirst(text)}`;
  const bearing = /^(worse|better)(?: with)?:\s*/i.exec(text);
  if (bearing !== null) return `Pain was ${(bearing[1] ?? '').toLowerCase()} with ${text.slice(bearing[0].length)}`;
  if (PASSIVE.test(text) || PROGRESSIVE.test(text) || CONDITION.test(text)) return `${who} was ${lowerFirst(text)}`;
  const score = PAIN_SCORE.exec(text);
  if (score !== null)
    return `${who} had ${lowerFirst(score[1] ?? '').replace(/^(?:the|his|her) /, '')}${/,/.test(score[1] ?? '') ? ',' : ''} rated ${score[2] ?? ''}${score[3] ?? ''}`;
  if (/^\d{1,2}\s?\/\s?10/.test(text)) return `Pain was rated ${text}`;
  return `${who} had ${withArticle(lowerFirst(text))}`;
};

const FINDING =
  /^(.{3,60}?)\s*[:=,]?\s+((?:(?:is|was|grossly|mildly|moderately|slightly|markedly|severely|within|essentially)\s+)*(?:normal|intact|negative|positive|limited|restricted|decreased|reduced|diminished|full|tender|antalgic|symmetric(?:al)?|equal|absent|present|unremarkable|abnormal|painful|stable|slow|even|unchanged|within normal limits|increased|hypertonic|straight|tight|noted|seen|found|observed|appreciated|elicited|flattened|flat)\b.*)$/i;
/** `Motor strength 5/5 in both legs`, `Flexion 48 degrees`, `Waddell signs 0/5`. */
const MEASURED =
  /^([A-Za-z][A-Za-z '’-]{3,40}?)\s*[:=]?\s+(\d{1,3}(?:\s?\/\s?\d{1,3}|\s?(?:degrees|%|percent|°|\+|of \d)).*)$/;
/** Two cells of a table whose head is not on the line: which is left and which right cannot be known. */
const TWO_COLUMNS =
  /^(\d{1,3}(?:\/\d+|\+| ?degrees| ?%)?)(?:, [a-z ]+)? \d{1,3}(?:\/\d+|\+| ?degrees| ?%)?(?:, [a-z ]+)?$/i;
const RANGE =
  /^((?:(?:lumbar|cervical|forward|lateral|internal|external|radial|ulnar|side|active|passive|dorsi|plantar) ?)?(?:flexion|extension|abduction|adduction|rotation|deviation|bending|dorsiflexion|pronation|supination))\s*:?\s+(\d{1,3}\b.*)$/i;
/** Head nouns of findings: only of these may it be said that they were there. */
const FOUND =
  /(?:tender|spasm|pain|swelling|weakness|\w+ gait|edema|guarding|atrophy|crepitus|hyperton|loss|limp|deformity|scar|effusion|instability|tightness|trigger point|deficit|limitation|lesion|stiffness|discomfort|numbness|^(?:decreased|reduced|limited|diminished|increased|mild|moderate|severe|marked|absent|painful|restricted|loss|lack)\b)/i;
const POSITIVE = /^(?:\(?\+\)?|positive(?: for)?)\s*(.+)$/i;
/** `Kemp's + R`: the sign stands after the name of the test. */
const TRAILING_PLUS =
  /^([A-Za-z][A-Za-z '’-]{2,40}?)\s*\(?\+\)?(?!\s?\d)\s*(R|L|right|left|bilaterally|B|on the (?:right|left))?$/;
/** `Right wrist with swelling and deformity`: the part first, then what was found on it. */
const BEARER =
  /^((?:left |right |bilateral )?(?:lumbar spine|cervical spine|thoracic spine|low back|neck|shoulders?|elbows?|wrists?|hands?|hips?|knees?|ankles?|f(?:oo|ee)t|legs?|arms?|fingers?|thumb))\s+(?:with|shows|showed|has|had)\s+(.+)$/i;
const sideWords = (side: string): string =>
  /^(?:r|right|on the right)$/i.test(side)
    ? ' on the right'
    : /^(?:l|left|on the left)$/i.test(side)
      ? ' on the left'
      : /^b/i.test(side)
        ? ' on both sides'
        : '';
const LABELLED = /^([A-Z][A-Za-z ()/'’-]{2,40}):\s*(.+)$/;
const REGION =
  /^(?:lumbar|cervical|thoracic|spine|back|neck|lower|upper|left|right|musculoskeletal|extremit|neuro|gait|range|motor|sensory|palpation|inspection|reflex|strength|special|lumbosacral|low back|general|knee|shoulder|hip|wrist|hand|ankle|foot|elbow|exam)/i;

const objective = (text: string): string => {
  const labelled = LABELLED.exec(text);
  if (
    labelled !== null &&
    /^(?:lumbar|cervical|thoracic|.*(?:spine|back|neck|extremit|knee|shoulder|wrist|hip|ankle|elbow|hand|foot|palpation|inspection|exam|musculo|neuro)).*/i.test(
      labelled[1] ?? '',
    ) &&
    /[a-z]{4}/.test(labelled[2] ?? '')
  ) {
    const rest = labelled[2] ?? '';
    return isSentence(rest) ? rest : objective(rest);
  }
  if (/^no /i.test(text)) return noSuch(text.slice(3));
  if (/^tender (?=over|at|along|to|in|about|on)\b/i.test(text)) return thereWas(text.replace(/^tender/i, 'tenderness'));
  const bearer = BEARER.exec(text);
  if (bearer !== null) return `${thereWas(bearer[2] ?? '')} of the ${lowerFirst(bearer[1] ?? '')}`;
  const positive = POSITIVE.exec(text);
  if (positive !== null)
    return /tender|spasm|swelling|weakness/i.test(positive[1] ?? '')
      ? thereWas(positive[1] ?? '')
      : `${upperFirst(positive[1] ?? '')} was positive`;
  const trailing = TRAILING_PLUS.exec(text);
  if (trailing !== null) return `${trailing[1] ?? ''} was positive${sideWords(trailing[2] ?? '')}`;
  const finding = FINDING.exec(text);
  if (finding !== null && !/^(?:no|there)\b|^\w+ly$/i.test(finding[1] ?? '')) {
    const subject = (finding[1] ?? '').replace(/[:,]$/, '').replace(/\s(?:still|also|now)$/, '');
    const adverb = /\s(?:still|also|now)$/.exec(finding[1] ?? '')?.[0] ?? '';
    return `${upperFirst(subject)} ${isPlural(subject) || /\band\b/.test(subject) ? 'were' : 'was'}${adverb} ${(finding[2] ?? '').replace(/^(?:is|was) /, '')}`;
  }
  const measured = MEASURED.exec(text) ?? RANGE.exec(text);
  if (measured !== null && TWO_COLUMNS.test(measured[2] ?? '')) return '';
  if (measured !== null)
    return `${upperFirst(measured[1] ?? '')} ${isPlural(measured[1] ?? '') ? 'were' : 'was'} ${measured[2] ?? ''}`;
  if (labelled !== null && REGION.test(labelled[1] ?? ''))
    return `${upperFirst(labelled[1] ?? '')} was ${lowerFirst(labelled[2] ?? '')}`;
  return FOUND.test(headNoun(text)) ? thereWas(text) : '';
};

/**
 * A fragment of a note made a sentence as its section asks for; a sentence stays what it is. Expects past tense and
 * third person. Empty where no sentence can be made of an examination's words, so that none is invented.
 */
export const completeSentence = (
  text: string,
  section: SectionKind,
  pronoun: Pronoun,
  isWhole = isSentence(text),
): string => {
  const bare = text.replace(/[\s.;,]+$/u, '').trim();
  if (bare === '') return '';
  if (isWhole && !ELLIPTIC.test(bare)) return withFullStop(upperFirst(text.trim()));
  if (ELLIPTIC.test(bare) && section !== 'objective') return withFullStop(`${subjectOf(pronoun)} ${lowerFirst(bare)}`);
  const made = section === 'objective' ? objective(bare) : section === 'results' ? bare : subjective(bare, pronoun);
  return withFullStop(upperFirst(made));
};
