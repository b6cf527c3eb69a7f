/** Elements whose content no browser shows as text. `noscript` is shown: nothing is run here. */
export const UNSEEN: ReadonlySet<string> = new Set([
  'head', 'script', 'style', 'template', 'iframe', 'noembed', 'noframes', 'datalist', 'canvas', 'audio', 'video', 'map', 'rp', 'desc', 'defs', 'metadata', 'annotation', 'annotation-xml', 'select', 'title', 'rt',
]);

/** Elements that show another document. */
export const EMBEDDING: ReadonlySet<string> = new Set(['iframe', 'object', 'embed', 'frame', 'applet']);

/** Elements that stand on lines of their own (HTML Standard, "Rendering", "Flow content"). */
export const BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3',
  'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'optgroup', 'option', 'p', 'plaintext', 'pre', 'search', 'section', 'summary', 'table', 'tbody',
  'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'xmp', 'frameset',
]);

export const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'th']);
export const ITALIC: ReadonlySet<string> = new Set(['i', 'em', 'cite', 'var', 'dfn']);
export const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext', 'textarea']);

/** The list format of `<ol type>` by the name that OOXML gives it. */
export const LIST_TYPES: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };
