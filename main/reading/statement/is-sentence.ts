/** Forms that only a finite verb has: after the tense was turned, these mark a whole sentence. */
const FINITE =
  /\b(?:(?:he|she|it|they|who|pain|provider) (?:(?:[a-z]+ly|also|still|then|never|only|often|again) )?[a-z]{2,}ed|was|were|had|did|could|would|should|might|must|reported|stated|complained|denied|felt|showed|revealed|demonstrated|remained|continued to|returned|presented|underwent|took|caused|helped|radiated|wanted|wished|worked|sat|made|came|went|gave|began|started|kept|said|told|recommended that|became|got|ached|used|wore|slept|woke|died|spoke|met|lost|held|ran|drove|lay|led|paid|sent|stood|broke|brought|bought|thought|let|put|appeared|persisted|brought|eased|slipped|saw|noticed|stayed|understood|agreed|hurt|fell|fit (?:a|the|with)|upset (?:his|her|the|him))\b/i;
/** Participles as often as verbs: finite after a subject, not before the noun that they describe. */
const FINITE_AFTER =
  /(?<=[a-z]\s)(?:improved|worsened|increased|decreased|resolved|changed|moved|measured|gained|attended|completed|received|stopped|developed|used|tried|needed|described|lasted|varied)\b(?!\s+(?:range|sensation|strength|reflex|motion|pain|tone|flexion|extension|mobility|lordosis|by|to|with|at|in)\b)/i;

/** A clause that hangs on a noun or follows a fragment: its verb makes no sentence of what stands before. */
const RELATIVE = /(?<=\S)\s+(?:that|which|who|when|where|since|because|if|as|after|while)\b.*$/is;

/** The words without the clause that hangs on a noun. */
export const mainClause = (text: string): string => text.replace(/"[^"]*"|\([^)]*\)/g, '').replace(RELATIVE, '');

/** True where the words hold a verb that can be nothing else: `Range of motion decreased` holds none. */
export const hasPlainVerb = (text: string): boolean => FINITE.test(mainClause(text));

/** True where a finite verb shows the words to be a whole sentence (past tense expected). */
export const isSentence = (text: string): boolean => {
  const clause = mainClause(text);
  // "Pain 7/10, was 8/10": the verb has no subject of its own.
  const verb = FINITE.exec(clause) ?? FINITE_AFTER.exec(clause);
  return verb !== null && !/,\s*$/.test(clause.slice(0, verb.index));
};
