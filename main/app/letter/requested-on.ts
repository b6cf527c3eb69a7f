import { documentsInCase } from '../../store/documents.ts';
import { readFacts } from '../../store/facts.ts';
import type { ReadCase } from '../../store/case-file.ts';

/**
 * The day of the request for authorization, where the case file holds one such form that came before the denial; empty
 * where it holds none, several of different days, or none whose day is known.
 */
export const requestedOn = (file: ReadCase): string => {
  const { urDenialDate } = readFacts(file).header;
  const days = documentsInCase(file)
    .filter(({ kind }) => kind === 'request-for-authorization')
    .map(({ date }) => date ?? '')
    .filter((date) => date.length === 10 && (urDenialDate === '' || date <= urDenialDate));
  const [first, ...others] = [...new Set(days)];
  return first === undefined || others.length > 0 ? '' : first;
};
