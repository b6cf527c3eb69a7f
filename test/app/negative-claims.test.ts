import type { CaseFinding } from '../../shared/check.ts';
import type { CaseId } from '../../shared/ids.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { SOUND, TERMS, WORDINGS } from '../support/absence-wordings.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

const HEAD = 'PROGRESS REPORT (PR-2)\nPatient: Orville Sampleman\nDate of visit: 01/20/2017\n';

let desk: OpenBackend;
beforeAll(async () => {
  desk = await openBackend({ now: () => new Date('2017-03-21T12:00:00') });
});
afterAll(() => desk.close());

const caseWith = async (...texts: readonly string[]): Promise<CaseId> => {
  const caseId = await desk.newCase(soundLetter());
  const files = await Promise.all(texts.map((text, at) => desk.offerText(`record-${String(at)}.txt`, text)));
  await desk.ask('record.import', { caseId, files });
  return caseId;
};
const absences = async (caseId: CaseId, rationale: string): Promise<CaseFinding[]> => {
  const [, item] = await desk.ask('item.list', { caseId });
  await desk.ask('item.edit', { caseId, id: item!.id, change: { rationale } });
  return (await desk.ask('letter.check', { caseId, settled: true })).filter(({ check }) => check === 32);
};
const sentences = (wordings: typeof WORDINGS): string[] =>
  TERMS.flatMap(([, said]) => wordings.map((wording) => wording(said)));
const contradicted = async (caseId: CaseId, said: readonly string[]): Promise<Set<string>> =>
  new Set((await absences(caseId, said.join(' '))).map(({ quote }) => quote ?? ''));

const LEAST = 0.95;

describe('a rationale that says what is not documented', () => {
  const all = sentences(WORDINGS);

  it('is contradicted by records that hold it, in 190 of 200 sentences at least', async () => {
    const found = await contradicted(await caseWith(`${HEAD}${TERMS.map(([, , held]) => held).join('\n\n')}`), all);
    const missed = all.filter((sentence) => !found.has(sentence));
    process.stdout.write(`claims against records that hold it: ${all.length - missed.length} of ${all.length}\n`);
    expect({ isEnough: missed.length <= all.length * (1 - LEAST), missed }).toMatchObject({ isEnough: true });
  });

  it('is left alone by records that only ask for it or deny it, in 190 of 200 sentences at least', async () => {
    const found = await contradicted(await caseWith(`${HEAD}${TERMS.map(([, , , lacks]) => lacks).join('\n\n')}`), all);
    const wrong = all.filter((sentence) => found.has(sentence));
    process.stdout.write(`claims against records that lack it: ${all.length - wrong.length} of ${all.length}\n`);
    expect({ isEnough: wrong.length <= all.length * (1 - LEAST), wrong }).toMatchObject({ isEnough: true });
  });

  it('is silent on 200 sound sentences', async () => {
    const sound = sentences(SOUND);
    const found = await contradicted(await caseWith(`${HEAD}${TERMS.map(([, , held]) => held).join('\n\n')}`), sound);
    expect(sound).toHaveLength(200);
    expect([...found]).toEqual([]);
  });
});

const DENIAL = `UTILIZATION REVIEW DETERMINATION
Date of determination: 02/10/2017
Rationale: There is no documentation of a signed pain contract, urine drug
screening or red flags. The request is not medically necessary.`;

describe('the denial that says what is not documented', () => {
  it('is contradicted with its own page and those that hold it, and what is nowhere is named', async () => {
    const caseId = await caseWith(`${HEAD}UDS of 12/20/2016 was consistent.\n\nOpioid agreement to be signed.`, DENIAL);
    const [finding, ...others] = await absences(caseId, 'The request is reasonable.');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      name: 'contradicted-denial',
      part: { kind: 'letter' },
      values: { term: 'urine drug screening', absent: ['signed pain contract', 'red flags'], unread: [] },
    });
    expect(finding?.places?.map(({ quote }) => quote.replaceAll('\n', ' '))).toEqual([
      expect.stringContaining('There is no documentation of a signed pain contract'),
      'UDS',
    ]);
  });

  it('is left alone where it is right', async () => {
    const caseId = await caseWith(`${HEAD}Urine drug screen at next visit.`, DENIAL);
    expect(await absences(caseId, 'The request is reasonable.')).toEqual([]);
  });
});
