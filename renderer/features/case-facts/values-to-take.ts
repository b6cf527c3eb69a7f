import type { HeaderProposal } from '../../../shared/case.ts';
import type { HeaderName, LetterHeader } from '../../../shared/letter.ts';

/** The missing values that the file gives without contradiction: one value, however often it stands there. */
export const valuesToTake = (header: LetterHeader, proposals: readonly HeaderProposal[]): Partial<LetterHeader> => {
  const byName = Map.groupBy(proposals, ({ name }) => name);
  const clear = [...byName].flatMap(([name, found]): [HeaderName, string][] => {
    const [value, ...others] = new Set(found.map((proposal) => proposal.value));
    return header[name] === '' && value !== undefined && others.length === 0 ? [[name, value]] : [];
  });
  return Object.fromEntries(clear);
};
