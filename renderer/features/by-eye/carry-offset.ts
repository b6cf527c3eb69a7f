/** Where an offset of one wording lies in another: exact outside of what differs, and at its end within. */
export const carryOffset = (from: string, to: string, offset: number): number => {
  const shorter = Math.min(from.length, to.length);
  const firstDifference = [...Array(shorter).keys()].find((at) => from[at] !== to[at]) ?? shorter;
  if (offset <= firstDifference) return offset;
  const room = shorter - firstDifference;
  const tail = [...Array(room).keys()].find((at) => from.at(-1 - at) !== to.at(-1 - at)) ?? room;
  return offset >= from.length - tail ? offset + to.length - from.length : Math.min(offset, to.length - tail);
};

/** Two wordings are the same where they differ in blanks at their ends only: the backend leaves those off. */
export const isSameWording = (a: string, b: string): boolean => a.trim() === b.trim();
