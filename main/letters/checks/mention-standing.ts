/**
 * How a page speaks of a term: it `held`s it, `denied` it ("no drug screen on file"), or `wanted` it ("to be signed", "at
 * the next visit", "a guideline asks for").
 */
type MentionStanding = 'held' | 'denied' | 'wanted';

/** A page denies a term where its sentence does before it: `denies weakness`, `no red flags or fracture`. */
const DENIED_BEFORE =
  /(?:\b(?:no|not|denie[sd]|deny|without|negative for|absence of|free of|never|nor|none of|lack(?:s|ing)? of)\b(?:(?!\b(?:showed|shows|revealed|reveals|but|however|completed|underwent)\b)[^.;:]){0,80}|\b(?:failed to|unable to|refus\w+|declin\w+)\b[^.;:]{0,40}|\bhas(?:n['’]t| yet to)\b[^.;:]{0,40}|(?:\[ ?\]|☐)\s*)$/iu;
const DENIED_AFTER =
  /^(?:\s*[:=–-]\s*(?:none|no|not|nil|negative|absent|n\/a)\b|[^.;:]{0,30}?\s(?:(?:is|are|was|were|has|have|had)(?: not|n['’]t| never)|(?:not|never) (?:yet |been )*(?:on file|in (?:the )?(?:file|chart)|signed|done|obtained|performed|completed|available|provided|documented|noted|started|found|seen)|none\b|absent|denied|declined|refused|missing|lacking))/iu;

const WANTED_BEFORE =
  /(?:\bto (?:obtain|order|get|sign|complete|undergo|schedule|start|begin|consider|perform|request|check|rule out|undertake|try)\b|\b(?:will|plans? to|planning|planned|request(?:s|ed|ing)?|recommend\w*|order(?:s|ed|ing)?|pending|await\w*|consider\w*|schedul\w+|should|must|needs?|requires?|if|unless|would|advis\w+|candidate for|appeal\w*|authori[sz]ation (?:for|of)|refer(?:red|ral)? (?:to|for)|mtus|odg|acoem|guidelines?)\b)[^.;]{0,70}$/iu;
const WANTED_AFTER =
  /^[^.;:]{0,30}?\s(?:to be|will (?:be|follow)|(?:is|are|was|were|has been|have been|being)?\s*(?:pending|requested|recommended|ordered|planned|scheduled|needed|required|advised|indicated|considered|appealed|not authori[sz]ed|non-?certified)|should|at (?:the )?(?:next|follow)|if\b|next (?:visit|appointment)|as needed)\b/iu;
/** It came to be all the same: "ordered and collected today". */
const CAME_ABOUT =
  /\b(?:collected|completed|performed|attended|underwent|undergone|showed|shows|revealed|results?|reviewed|today|signed|dated|done|received|participat\w+|continues?|failed|finished|(?:in)?consistent)\b/iu;
const NOT_YET = /\b(?:to be|will|not|never|yet to|if|should)\b/iu;

/** So much of the text around a term is looked at. */
const AHEAD = 70;

/** Whether a page that says `before` the term denies it. */
export const isDenied = (before: string): boolean => DENIED_BEFORE.test(before);

/** How a page speaks of a term that stands between `before` and `after`, both of one sentence. */
export const mentionStanding = (before: string, after: string): MentionStanding => {
  const ahead = after.slice(0, AHEAD);
  if (isDenied(before) || DENIED_AFTER.test(ahead)) return 'denied';
  if (!WANTED_BEFORE.test(before) && !WANTED_AFTER.test(ahead)) return 'held';
  return CAME_ABOUT.test(ahead) && !NOT_YET.test(ahead) ? 'held' : 'wanted';
};
