import type { CaseId } from '../../../../shared/ids.ts';
import { holdingHits, type NegativeSearch } from '../../../../shared/negative-search.ts';
import type { Client } from '../client.ts';
import { plainLine, word, type Answer } from '../command.ts';

/** `UDS|urine drug screen`: the first names the thing, all of them are looked for. */
const termOf = (typed: string): { readonly words: string; readonly wordings?: string[] } => {
  const wordings = typed
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const [words = typed] = wordings;
  return wordings.length > 1 ? { words, wordings } : { words };
};

const lineOf = ({ words, result }: NegativeSearch): string => {
  const held = holdingHits(result);
  const places = held.map(({ span }) => `record ${span.record} page ${String(span.page)}`).join(', ');
  const unrelied = result.unrelied.length + result.unreadFiles.length;
  return [
    words,
    held.length === 0
      ? `documented on none of ${String(result.pages)} pages`
      : `documented on ${String(held.length)}: ${places}`,
    ...(unrelied === 0 ? [] : [`${String(unrelied)} pages or files cannot be relied on`]),
  ].join('  ');
};

/** Runs a negative search for each term and keeps it; exit code 1 where a page documents one of them. */
export const searchAbsent = async (client: Client, caseId: CaseId, typed: readonly string[]): Promise<Answer> => {
  word(typed, 0, 'What to prove absent');
  await client.unlock();
  const { ids } = await client.ask('absence.search', { caseId, terms: typed.map(termOf) });
  const kept = await client.ask('absence.list', { caseId });
  const searches = ids.flatMap((id) => kept.find((one) => one.id === id) ?? []);
  return {
    json: { searches },
    lines: searches.map((search) => plainLine(lineOf(search))),
    exitCode: searches.some(({ result }) => holdingHits(result).length > 0) ? 1 : 0,
  };
};
