/**
 * The same pure function of a text, its last `size` answers remembered: while somebody types, all texts but one stay as
 * they are, and checks ask the same of one text many times.
 */
export const remember = <T>(size: number, read: (text: string) => T): ((text: string) => T) => {
  const answers = new Map<string, T>();
  return (text) => {
    if (answers.has(text)) return answers.get(text) as T;
    const answer = read(text);
    const [oldest] = answers.size >= size ? answers.keys() : [];
    if (oldest !== undefined) answers.delete(oldest);
    answers.set(text, answer);
    return answer;
  };
};
