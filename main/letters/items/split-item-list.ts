import { foldSpace } from '../../../shared/letter.ts';

const MARK = /^\s*(?:(?:item\s*)?#?\d{1,2}\s*[.):]\s+|[-–•*▪◦·]\s+|[a-z][.)]\s+)/iu;
const INLINE = /(?<=[;.]|\S)\s+(?=\(?\d{1,2}[.)]\s+[A-Z])/u;
/** Words that head such a list and are no item. */
const HEAD =
  /^(?:disputed|requested)?\s*(?:medical\s+)?(?:items?|treatments?|services?|requests?)(?:\s+in dispute)?\s*:?$/iu;

const clean = (line: string): string =>
  foldSpace(line.replace(MARK, ''))
    .replace(/[;,]$|(?<=[^.])\.$/u, '')
    .trim();

/** Items pasted as a list, by lines, bullets or numbers; a line that goes on from a numbered one belongs to it. */
export const splitItemList = (text: string): string[] => {
  const lines = text
    .split(/\r?\n/u)
    .flatMap((line) => line.split(INLINE))
    .filter((line) => line.trim() !== '' && !HEAD.test(line.trim()));
  const isMarked = lines.some((line) => MARK.test(line));
  const joined = isMarked
    ? lines.reduce<string[]>(
        (all, line) =>
          MARK.test(line) || all.length === 0
            ? [...all, line]
            : [...all.slice(0, -1), `${all.at(-1) ?? ''} ${line.trim()}`],
        [],
      )
    : lines;
  return joined.map(clean).filter((line) => line !== '');
};
