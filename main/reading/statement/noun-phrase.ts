import { isDrugName } from '../sentence-case.ts';

const PLURAL_END =
  /(?:spasms|findings|signs|changes|deficits|symptoms|limitations|complaints|reflexes|muscles|paraspinals|visits|sessions|tests|masses|fractures|tablets|medications|films|studies|restrictions|X-rays|exercises|patches|difficulties|restrictions|points|scars|pulses|lesions|abnormalities|crutches|headaches|raises|wounds|jerks|nodules|ulcers|burns|views|levels|injections|treatments|problems|raises|joints|ligaments|tendons|toes|fingers|legs|arms|heels)$/i;

/** The noun phrase without what depends on it. */
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
  /(?:tenderness|pain|spasm|swelling|weakness|numbness|tingling|stiffness|guarding|atrophy|crepitus|sensation|strength|motion|relief|edema|tightness|hypertonicity|treatment|therapy|care|ice|heat|improvement|change|progress|distress|evidence|instability|erythema|bruising|discomfort|manipulation|stimulation|acupuncture|massage|rest|aching|soreness|radiation|work|duty|instruction|education|range of motion|exercise|physiotherapy|hypertonicity|relief|chiropractic|ultrasound|traction|difficulty|trouble|nausea|fatigue|insomnia|sleep|drowsiness|dizziness|constipation|heartburn|laxity|redness|warmth|ecchymosis|appetite|depression|anxiety|flexion|extension|abduction|rotation|tone|mobility|clonus|allodynia|surgery|drainage|infection|asymmetry|clicking|popping|catching|locking|sleeping|walking|lifting|sitting|standing|winging)$/i;

/** The phrase with the article that its noun asks for: `an antalgic gait`, `tenderness of the back`. */
export const withArticle = (phrase: string): string => {
  const noun = headNoun(phrase);
  const size = /^(\d+)(?:\.\d+)?\s?(?:mm|cm|-)/.exec(phrase)?.[1];
  if (size !== undefined) return `${/^(?:8|11|18)/.test(size) ? 'an' : 'a'} ${phrase}`;
  if (/\brange of motion\b/i.test(phrase) || isDrugName(phrase)) return phrase;
  if (
    /^(?:the|a|an|his|her|some|no|any|\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|additional|further|left|right|mild|moderate|severe|bilateral)\b/i.test(
      phrase,
    ) &&
    !/^(?:left|right|mild|moderate|severe|additional|further)\b/i.test(phrase)
  )
    return phrase;
  if (MASS.test(noun) || isPlural(phrase) || /s$/.test(noun)) return phrase;
  return `${startsLikeVowel(phrase) ? 'an' : 'a'} ${phrase}`;
};

const startsLikeVowel = (phrase: string): boolean =>
  /^(?:[aeiou]|MRI|X-|EMG|H-|L\d|S\d)/i.test(phrase) && !/^(?:uni|use|euro|one|uri|L[a-z]|S[a-z])/i.test(phrase);
