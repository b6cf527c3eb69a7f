const NUMBERS: Readonly<Record<string, string>> = {
  one: '1',
  once: '1',
  two: '2',
  twice: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
};

const wordsOf = (heading: string): Set<string> =>
  new Set(
    (heading.toLowerCase().match(/[a-z\d/.#%]+/g) ?? [])
      .map((word) => NUMBERS[word] ?? word.replace(/s$/, ''))
      .filter((word) => !/^(?:the|a|an|of|for|to|and|time|per|x|with|in)$/.test(word)),
  );

/** Two headings for one treatment: most of the words of the shorter one stand in the longer one. */
export const isSameItem = (a: string, b: string): boolean => {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.max(1, Math.min(first.size, second.size)) >= 0.75;
};
