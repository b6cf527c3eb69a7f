import type { CaseId, RecordId } from '../../../shared/ids.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { matchDecisions, type SampleCase } from '../../app/vault/sample-case.ts';
import type { Client } from './client.ts';

/** The words with any white space between them. */
const loosely = (quote: string): RegExp =>
  new RegExp(
    foldSpace(quote)
      .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
      .replaceAll(' ', '\\s+'),
    'u',
  );

const findQuote = async ({ ask }: Client, caseId: CaseId, record: RecordId, quote: string): Promise<TextSpan> => {
  for (const { id, number } of await ask('page.list', { caseId, recordId: record })) {
    const match = loosely(quote).exec((await ask('page.show', { caseId, pageId: id })).text);
    if (match !== null)
      return { record, page: number, start: match.index, end: match.index + match[0].length, quote: match[0] };
  }
  throw new Refusal('invalid', `The sample quotes words that its record does not hold: "${quote}".`);
};

/** Accepts, edits and rejects what the sample lists. Refuses where a listed entry was not proposed. */
export const decideTimeline = async ({ ask }: Client, caseId: CaseId, sample: SampleCase): Promise<void> => {
  const decisions = matchDecisions(
    sample,
    await ask('timeline.list', { caseId }),
    await ask('record.list', { caseId }),
  );
  if (decisions.missing.length > 0)
    throw new Refusal('invalid', `The sample lists entries that were not proposed:\n${decisions.missing.join('\n')}`);
  for (const { id, change } of decisions.edit) await ask('timeline.edit', { caseId, id, change });
  await ask('timeline.decide', {
    caseId,
    ids: [...decisions.accept, ...decisions.edit.map(({ id }) => id)],
    state: 'accepted',
  });
  await ask('timeline.decide', { caseId, ids: [...decisions.reject], state: 'rejected' });
};

/** Composes the summary and edits the sentences that the sample lists. Refuses where one was not composed so. */
export const writeSummary = async ({ ask }: Client, caseId: CaseId, sample: SampleCase): Promise<void> => {
  let prose = (await ask('summary.compose', { caseId })).map(({ text }) => text).join(' ');
  for (const { from, to } of sample.sentenceEdits) {
    if (!prose.includes(from))
      throw new Refusal('invalid', `The sample edits a sentence that was not composed: "${from}".`);
    prose = prose.replace(from, () => to);
  }
  await ask('summary.write', { caseId, text: prose });
};

/** Decides every item as the sample lists it, with its evidence found on the pages. */
export const decideItems = async (client: Client, caseId: CaseId, sample: SampleCase): Promise<void> => {
  const [items, records] = [await client.ask('item.list', { caseId }), await client.ask('record.list', { caseId })];
  for (const [at, { evidence: listed, ...change }] of sample.items.entries()) {
    const id = items[at]?.id;
    if (id === undefined) throw new Refusal('invalid', 'The sample decides more items than it has.');
    for (const { record, quote, note } of listed) {
      const found = records.find(({ fileName }) => fileName === record);
      if (found === undefined) throw new Refusal('invalid', `The sample has no record ${record}.`);
      await client.ask('item.cite', { caseId, id, span: await findQuote(client, caseId, found.id, quote), note });
    }
    await client.ask('item.edit', { caseId, id, change });
  }
};
