import { findFacts } from '../../../shared/find-facts.ts';

/** Words with which a place, a manner or a condition follows a finding. */
const TAIL =
  /^(?:in|on|at|with|to|of|over|from|for|by|due|without|except|but|and|throughout|bilaterally|both|left|right|compared|than|secondary|only|against|during|after|when|along|about|around|near|beyond|below|above|between|across|into|under|more|less|worse|greater|medially|laterally|distally|proximally|globally|today|when|if|while|as|was|\(.*|[:–-])(?:[\s,:(]|$)/i;

/** Whether what follows hangs on the finding as place, manner or condition, in each of its parts. */
export const isTail = (words: string): boolean => {
  const rest = words.trim();
  if (rest === '') return true;
  if (/^:\s/.test(rest)) return measureList(rest.slice(1).trim());
  return rest
    .replace(/^,\s*/, '')
    .split(/,\s+(?:and\s+)?/)
    .every((part, at) => TAIL.test(part) || (at > 0 && isSideAndPart(part)));
};

/** `flexion 40/60, extension 10/25`: names with numbers and nothing else. */
const measureList = (text: string): boolean =>
  text
    .split(/,\s+(?:and\s+)?|\s+and\s+/)
    .every((part) => /^[A-Za-z][A-Za-z ]{2,40}\s+\d[\d/.-]*(?:\s?(?:degrees|%|°))?$/.test(part));

/** Whether the words are side and part and nothing else: `left fingers`, `the right shoulder`. */
export const isSideAndPart = (words: string): boolean => {
  const facts = findFacts(words);
  return (
    words.split(' ').length < 6 &&
    facts.some(({ kind }) => kind === 'body-part') &&
    words
      .replace(
        /\b(?:left|right|bilateral|the|both|medial|lateral|anterior|posterior|upper|lower|distal|proximal|compartment|joint|line)\b/gi,
        '',
      )
      .split(' ')
      .filter((word) => word !== '')
      .every((word) => findFacts(word).some(({ kind }) => kind === 'body-part') || isAnatomy(word))
  );
};

const ANATOMY =
  /^(?:supra|infra|sub)\w+|(?:spinatus|scapular\w*|scapularis|biceps|triceps|deltoids?|quadriceps|hamstrings?|gluteus|paraspinals?|paravertebrals?|muscles?|ligaments?|tendons?|joints?|line|tuberosity|condyles?|epicondyles?|malleolus|process|spine|dermatomes?|nerve|distribution|fingers?|toes?|digits?|thumb|palm|heel|arch|groove|bursa|facets?|sacroiliac|compartment|acromion|clavicle|radius|ulna|fibula|tibia|femur|patella|meniscus|cuff|trapezius|rhomboids?|levator|scapula|humerus|condyle|plantar|fascia|trochanter|bicipital|acromioclavicular|paracervical|paralumbar|cervical|lumbar|thoracic|lumbosacral|greater|lesser|volar|dorsal|ulnar|radial|median)$/i;
/** Whether the word names a part of the body as physicians name it, or a level of the spine. */
export const isAnatomy = (word: string): boolean =>
  ANATOMY.test(word.replace(/[^A-Za-z]/g, '')) || /^[CTLS]\d{1,2}(?:[-/][CTLS]?\d{1,2})*$/.test(word);
