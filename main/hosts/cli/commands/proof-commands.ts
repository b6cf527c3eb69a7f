import type { Treatment } from '../../../../shared/treatment.ts';
import { plainLine, type Commands } from '../command.ts';
import { caseIdOf } from './case-commands.ts';

const spanOf = ({ from, to }: Treatment): string =>
  from === null ? 'no date' : to === null || to === from ? from : `${from} to ${to}`;

const amountsOf = ({ days, reported, doses, requested, authorised }: Treatment): string =>
  [
    ...doses.map(({ words }) => words),
    ...(days.length > 0 ? [`${String(days.length)} with notes`] : []),
    ...(reported === null
      ? []
      : [`${String(reported.count)}${reported.of === null ? '' : ` of ${String(reported.of)}`} reported`]),
    ...requested.map(({ count }) => `${String(count)} requested`),
    ...authorised.map(({ count }) => `${String(count)} authorised`),
  ].join(', ');

/** What proves something: treatments tried, what is not documented, what is missing or odd. */
export const PROOF_COMMANDS: Commands = {
  ledger: {
    usage: 'ledger ID',
    does: 'prints the treatments that the accepted facts document: dates, doses, sessions, response, side effects',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const treatments = await client.ask('treatment.list', { caseId });
      return {
        json: treatments,
        lines: treatments.map((treatment) =>
          plainLine(`${treatment.name}  ${spanOf(treatment)}  ${amountsOf(treatment)}`),
        ),
      };
    },
  },
  odd: {
    usage: 'odd ID',
    does: 'prints what is missing from the file or odd in it: contradictions, versions, named records, gaps, with pages',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const oddities = await client.ask('oddity.list', { caseId });
      const pagesOf = (places: (typeof oddities)[number]['places']): string =>
        [...new Set(places.map(({ span }) => `record ${span.record} page ${String(span.page)}`))].join(', ');
      return {
        json: oddities,
        lines: oddities.map(({ kind, text, places, dismissed }) =>
          plainLine(`${kind}  ${dismissed === null ? '' : 'dismissed  '}${text}  ${pagesOf(places)}`),
        ),
      };
    },
  },
};
