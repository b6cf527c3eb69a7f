/** Said where the first section of a letter has other words than its form. */
export const changedSection = (heading: string, words: string): string =>
  `The words under "${heading}" are not the form's own: "${words}".`;

/** Said where the form's sentence before the summary or the items is missing or changed. */
export const changedLeadIn = (heading: string): string =>
  `Under "${heading}" the form's own first sentence is missing or changed; what stands there was kept.`;

/** Words of a text that are quoted to tell which it is. */
const QUOTED = 120;

/** Said, and nothing else, of a text that has nothing of either form. */
export const noLetter = (words: string): string =>
  `This is no determination letter of the 2014 or the 2016 form; nothing was taken from it. It begins: "${words.length > QUOTED ? `${words.slice(0, QUOTED).trimEnd()}…` : words}".`;

/** Said where one of the three headings is missing. */
export const missingHeading = (heading: string): string =>
  `The heading "${heading}" was not found; the letter may be cut off.`;

/** Said where the last rationale, with which a letter ends, stops within a sentence. */
export const CUT_OFF = 'The last rationale stops within a sentence; the letter may be cut off.';

/** True for what reading a letter says of its fixed text, in one of the sentences above. */
export const isBoilerplateMessage = (message: string): boolean =>
  message === CUT_OFF ||
  /^(?:The words under ".*" are not the form's own|Under ".*" the form's own first sentence|The heading ".*" was not found)/u.test(
    message,
  );
