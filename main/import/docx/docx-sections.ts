const TOKEN =
  /<(?:\w+:)?(sectPrChange)\b[^>]*?(\/?)>|<\/(?:\w+:)?(sectPrChange)>|<(?:\w+:)?(sectPr)\b[^>]*>|<(?:\w+:)?type\b[^>]*?\bval\s*=\s*["'](\w+)["']/g;

/**
 * How each section begins, in order: its own properties say so, but they stand at its end, so that they must be known
 * before the text is written. What a section was before a tracked change does not count.
 */
export const readSectionStarts = (xml: string): string[] => {
  const starts: string[] = [];
  let inChange = false;
  for (const [, change, closed, changeEnd, section, type] of xml.matchAll(TOKEN)) {
    if (change !== undefined) inChange = closed === '';
    else if (changeEnd !== undefined) inChange = false;
    else if (section !== undefined && !inChange) starts.push('nextPage');
    else if (
      type !== undefined &&
      !inChange &&
      starts.length > 0 &&
      /^(continuous|nextColumn|nextPage|evenPage|oddPage|next-page|next-column|even-page|odd-page)$/.test(type)
    )
      starts[starts.length - 1] = type;
  }
  return starts;
};
