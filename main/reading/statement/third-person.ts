/** How a record's person is spoken of: `he`, `she`, or null where the record does not tell the sex. */
export type Pronoun = 'he' | 'she' | null;

type Forms = { readonly subject: string; readonly object: string; readonly possessive: string };
const FORMS: Readonly<Record<'he' | 'she' | 'none', Forms>> = {
  he: { subject: 'he', object: 'him', possessive: 'his' },
  she: { subject: 'she', object: 'her', possessive: 'her' },
  none: { subject: 'the patient', object: 'the patient', possessive: "the patient's" },
};
const formsOf = (pronoun: Pronoun): Forms => FORMS[pronoun ?? 'none'];

/**
 * Tells the sex from what a record's pages print: `Sex: F`, `a 38-year-old woman`, pronouns. Null when they balance.
 */
export const pronounOf = (text: string): Pronoun => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const female =
    count(/\b(?:she|her|hers|herself)\b/gi) +
    4 * count(/\bsex\s*:?\s*(?:F\b|female\b|\[x\]\s*f)|\b(?:female|woman|lady)\b|\bM(?:s|rs)\.\s/gi);
  const male =
    count(/\b(?:he|his|him|himself)\b/gi) +
    4 * count(/\bsex\s*:?\s*(?:M\b|male\b|\[x\]\s*m)|\b(?:male|man|gentleman)\b|\bMr\.\s/gi);
  return female === male ? null : female > male ? 'she' : 'he';
};

/** Names printed as the person's own: after `Patient:`, `Name:`, `Re:`, on the same line or the next. */
export const personNames = (text: string): readonly string[] => {
  const names = new Set<string>();
  for (const match of text.matchAll(
    /^(?:.*\s)?(?:patient(?: name)?|employee(?: name)?|name \(last, first\)|injured worker|claimant|applicant|re)\s*(?:\([^)]*\))?\s*:\s*\n?([A-Z][A-Za-z'’-]+,? +(?:[A-Z]\.? +)?[A-Z][A-Za-z'’-]+)/gim,
  )) {
    for (const part of (match[1] ?? '').split(/[\s,]+/))
      if (part.length > 2 && /^[A-Z]/.test(part)) names.add(part.toLowerCase());
  }
  for (const match of text.matchAll(/\b([A-Z][a-z]+) (?:[A-Z]\. )?([A-Z][a-z]+) is an? \d{1,3}[\s-](?:year|y\.?\/?o)/g))
    names.add((match[1] ?? '').toLowerCase()).add((match[2] ?? '').toLowerCase());
  for (const match of text.matchAll(/^([A-Z][a-z'’-]+), ([A-Z][a-z'’-]+)(?: [A-Z]\.?)? \((?:MRN|DOB|ID)/gm))
    names.add((match[1] ?? '').toLowerCase()).add((match[2] ?? '').toLowerCase());
  return [...names].filter(
    (name) => !/^(?:the|date|dob|sex|age|name|first|last|number|placeholder claims|none)$/.test(name),
  );
};

const PERSON =
  '(?:(?:[Tt]he|[Tt]his|[Oo]ur|THE)\\s+)?(?:[Pp]atient|[Pp]t|[Ii]njured [Ww]orker|[Ii]njured [Ee]mployee|[Cc]laimant|[Aa]pplicant|[Ee]xaminee|IW|[Ee]mployee|[Ii]ndividual|[Ww]orker)\\b\\.?';
const TITLED = "M(?:r|s|rs|iss)\\.?\\s+[A-Z][A-Za-z'’-]+(?:\\s[A-Z][a-z'’-]+)?";
const AS_OBJECT =
  /\b(?:of|to|for|with|in|by|from|on|advised|instructed|told|referred|saw|placed|kept|gave|given|examined|treated|asked|helped|makes|made|causes|allow|allows|let|see|evaluate|reexamined|inform|informed|counseled|encouraged)\s*$/i;

const VERB_NEXT =
  /^(?:,?\s*who\b|,|\s+(?:(?:\w+ly|also|still|now|then|again|no longer|never)\s+)?(?:is|was|has|had|have|does|did|do|will|would|can|cannot|could|may|might|should|must|\w{3,}(?:s|ed|n['’]t)|felt|took|went|came|saw|got|told|fell|began|kept|said|gave|made|underwent)\b)/i;

/** The person as the one acted upon: after a preposition, or after a verb with none of its own following. */
const isObject = (before: string, after: string): boolean =>
  AS_OBJECT.test(before) ||
  (/[a-z]\s+$/i.test(before) &&
    !/\b(?:that|and|but|if|when|as|because|since|while|so|than|where|which|how|whether|then|today|also)\s+$/i.test(
      before,
    ) &&
    !VERB_NEXT.test(after));

const PROVIDER =
  /\b(?:Dr|Doctor)\.?\s+[A-Z][A-Za-z'’-]+(?:\s[A-Z][a-z'’-]+)?|\b[A-Z][a-z'’-]+\s(?:[A-Z]\.\s)?[A-Z][a-z'’-]+,\s(?:M\.?D\.?|D\.?C\.?|D\.?O\.?|P\.?T\.?|P\.?A\.?(?:-C)?|N\.?P\.?|R\.?N\.?|Ph\.?D\.?|L\.?Ac\.?)(?![a-z])/g;

/** `reviews`, `pushes`, `tries`, `does`. */
const afterHe = (verb: string): string =>
  /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;

type Voiced = string | ((whole: string, ...groups: string[]) => string);

const FIRST_PERSON_PROVIDER: readonly (readonly [RegExp, Voiced])[] = [
  [/\bI am\b|\bI['’]m\b|\bwe are\b/gi, 'the provider is'],
  [/\bI have\b|\bI['’]ve\b|\bwe have\b/gi, 'the provider has'],
  [
    /\b(?:I|we) (?:will|would like to|plan to|am going to|are going to) (?:also )?(?=(?:start|begin|continue|increase|decrease|order|refer|prescribe|discontinue|obtain|request|schedule|repeat|add|stop|refill)\b)/gi,
    '',
  ],
  [/\b(?:I|we) (will|would|can|could|did|had|was|should|might|must)\b/gi, 'the provider $1'],
  [/\bwe were\b/gi, 'the provider was'],
  [
    /\b(?:I|[Ww]e) ((?:also|still|again) )?(?!(?:also|still|again|then|now|never|\w+ly|\w+(?:ed|ould))\b|saw|felt|told|gave|spoke|met|read\b|did|had|was|were)([a-z]+)\b(?=[\s,]|$)/g,
    (_, adverb: string | undefined, verb: string) => `the provider ${adverb ?? ''}${afterHe(verb)}`,
  ],
  [/\bI\b/g, 'the provider'],
  [/\bmy\b/g, "the provider's"],
];

const ownVoice = (text: string, { subject, object, possessive }: Forms): string =>
  text
    .replace(/\bI am\b|\bI['’]m\b/g, `${subject} is`)
    .replace(/\bI have\b/g, `${subject} has`)
    .replace(/\bI\b/g, subject)
    .replace(/\bmy\b/gi, possessive)
    .replace(/\bme\b/g, object)
    .replace(/\bmyself\b/g, object === 'him' ? 'himself' : 'herself');

export type Voice = {
  readonly pronoun: Pronoun;
  readonly names: readonly string[];
  /** Whose "I" it is: the person's own account, or the writer's. */
  readonly speaker: 'person' | 'provider';
};

const VERB_AFTER =
  '(?=\\s(?:reports?|states?|is|was|has|had|returns?|complains?|denies|notes|continues|presents?|feels|describes)\\b)';

/**
 * The person named: a title with a name, the word for a patient, or the printed names side by side or before a verb.
 */
const newPersonPattern = (names: readonly string[]): RegExp => {
  const own = names
    .filter((name) => /^[a-z'’-]{2,}$/.test(name))
    .flatMap((name) => [name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()])
    .join('|');
  const named =
    own === '' ? '' : `|\\b(?:${own})\\b,?\\s+(?:[A-Z]\\.?\\s+)?(?:${own})\\b|\\b(?:${own})\\b${VERB_AFTER}`;
  return new RegExp(`(?:${TITLED}|\\b${PERSON}${named})(['’]s)?`, 'g');
};

const PATTERNS = new WeakMap<readonly string[], RegExp>();
/** One pattern for all sentences of a record. */
const personPattern = (names: readonly string[]): RegExp => {
  const pattern = PATTERNS.get(names) ?? newPersonPattern(names);
  PATTERNS.set(names, pattern);
  return pattern;
};

/**
 * The text in the third person and without names: the person becomes `he`, `she` or `the patient`, treating clinicians
 * become `the provider`, "I" becomes whoever speaks. Quoted words of the person lose their marks where they open or
 * close the text.
 */
export const toThirdPerson = (text: string, { pronoun, names, speaker }: Voice): string => {
  const forms = formsOf(pronoun);
  const voiced =
    speaker === 'person'
      ? ownVoice(text, forms)
      : FIRST_PERSON_PROVIDER.reduce(
          (words, [pattern, by]) => (typeof by === 'string' ? words.replace(pattern, by) : words.replace(pattern, by)),
          text,
        );
  const named = voiced.replace(
    personPattern(names),
    (whole: string, possessive: string | undefined, offset: number) => {
      // "patient education", "employee handbook": the word stands before a noun and means no one.
      const after = voiced.slice(offset + whole.length);
      if (
        /^(?:patient|employee|individual)$/i.test(whole.trim()) &&
        /^\s(?:education|instruction|care|information|satisfaction|handbook|status|account|portal|history|questionnaire)/i.test(
          after,
        )
      )
        return whole;
      if (/\b(?:an?|new|established|each|every|any)\s+$/i.test(voiced.slice(0, offset))) return whole;
      if (possessive !== undefined) return forms.possessive;
      return isObject(voiced.slice(0, offset), after) ? forms.object : forms.subject;
    },
  );
  return named
    .replace(
      /^(?:this|the) (?=(?:is|was) an? \d)|^this (?=(?:is|was) (?:the |a |an )?(?:very )?(?:pleasant )?\d)/i,
      `${forms.subject} `,
    )
    .replace(PROVIDER, 'the provider')
    .replace(/\bthe the\b/gi, 'the')
    .replace(/\s{2,}/g, ' ')
    .trim();
};
