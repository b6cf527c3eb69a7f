import type { CaseId, EntryId, VisitId } from '../../shared/ids.ts';
import { withVisitChanges, type Visit } from '../../shared/visit-card.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

const NOTE = `PRIMARY TREATING PHYSICIAN PROGRESS REPORT (PR-2)
Date of exam: 06/10/2014
Provider: Ottoline Brackenbury, MD
Patient: Peregrine Nightshade
Date of injury: 05/24/2014

SUBJECTIVE: The patient reports left knee pain rated 7/10.
OBJECTIVE: McMurray is positive on the left. Gait is normal. Sensation is intact.
DIAGNOSIS: Left knee strain.
PLAN: Naproxen 550 mg twice a day was prescribed. MRI of the left knee is requested.
`;
const LATER = NOTE.replaceAll('06/10/2014', '07/22/2014').replace('7/10', '4/10');

let desk: OpenBackend;
let caseId: CaseId;

const importText = async (name: string, text: string): Promise<void> => {
  await desk.ask('record.import', { caseId, files: [await desk.offerText(name, text)] });
  await desk.ask('timeline.propose', { caseId });
};
const visits = async (): Promise<Visit[]> => {
  const rows = await desk.ask('visit.list', { caseId });
  return desk.ask('visit.show', { caseId, ids: rows.map(({ id }) => id) });
};
const visitOn = async (date: string): Promise<Visit> =>
  (await visits()).find((visit) => visit.date === date && visit.kind !== 'injury')!;
const factsOf = ({ facts }: Visit) =>
  Object.fromEntries(facts.map(({ id, state, isTicked }) => [id, `${state}${isTicked ? ' ticked' : ''}`]));
const revisionNow = async (): Promise<number> => {
  const reply = await desk.backend.call('visit.list', { caseId });
  return reply.ok ? (reply.revision ?? 0) : 0;
};
const undone = async (): Promise<string> => (await desk.ask('change.undo', { caseId })).name;

beforeAll(async () => {
  desk = await openBackend({});
});
afterAll(() => desk.close());
beforeEach(async () => {
  caseId = await desk.newCase({});
  await importText('june.txt', NOTE);
  await importText('july.txt', LATER);
});

describe('visits', () => {
  it('tell what has changed of their list since a revision: by decisions, moves, undo and a later reading', async () => {
    let rows = await desk.ask('visit.list', { caseId });
    let since = await revisionNow();
    const follow = async (): Promise<number> => {
      const changes = await desk.ask('visit.changed', { caseId, since });
      rows = withVisitChanges(rows, changes!);
      since = await revisionNow();
      expect(rows).toEqual(await desk.ask('visit.list', { caseId }));
      return changes!.rows.length + changes!.gone.length;
    };
    expect(await follow()).toBe(0);
    const [first, second] = rows;
    await desk.ask('visit.accept', { caseId, ids: [first!.id] });
    expect(await follow()).toBe(1);
    await desk.ask('visit.merge', { caseId, ids: [first!.id, second!.id] });
    expect(await follow()).toBe(2);
    await desk.ask('change.undo', { caseId });
    expect(await follow()).toBe(2);
    await desk.ask('visit.edit', { caseId, id: first!.id, change: { date: '2016-01-01' } });
    expect(await follow()).toBe(1);
    await importText('august.txt', LATER.replaceAll('07/22/2014', '08/22/2014'));
    expect(await follow()).toBeGreaterThan(0);
    // Of what was before the case was opened nothing is known.
    expect(await desk.ask('visit.changed', { caseId, since: -1 })).toBeNull();
  });

  it('choose their key facts anew once an item is disputed, and leave alone what a person has decided', async () => {
    const decided = await visitOn('2014-07-22');
    await desk.ask('visit.accept', { caseId, ids: [decided.id] });
    const before = await visitOn('2014-07-22');
    const reasons = async (date: string): Promise<string> =>
      (await visitOn(date)).facts.map(({ why }) => why).join(' ');
    expect(await reasons('2014-06-10')).not.toMatch(/disputed/);
    await desk.ask('item.add', { caseId, item: { heading: 'Naproxen 550 mg #60' } });
    for (let time = 0; time < 100 && !/disputed drug/.test(await reasons('2014-06-10')); time += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await reasons('2014-06-10')).toMatch(/touches a disputed drug \("naproxen"\)/i);
    expect(await visitOn('2014-07-22')).toEqual(before);
  });

  it('hold every proposed fact once, in the order of time, with what is counted of them', async () => {
    const rows = await desk.ask('visit.list', { caseId });
    const shown = await visits();
    const facts = await desk.ask('timeline.list', { caseId });
    expect(shown.flatMap((visit) => visit.facts.map(({ id }) => id)).sort()).toEqual(facts.map(({ id }) => id).sort());
    expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).toSorted());
    for (const [at, visit] of shown.entries()) {
      expect(rows[at]).toMatchObject({
        ...{ id: visit.id, state: visit.state, facts: visit.facts.length },
        keys: visit.facts.filter(({ rank }) => rank === 'key').length,
        open: visit.facts.filter(({ isTicked }) => isTicked).length,
      });
      for (const fact of visit.facts)
        expect(fact).toMatchObject({ visit: visit.id, date: visit.date, isTicked: fact.rank === 'key' });
    }
  });

  it('are accepted with their ticked facts; key facts not ticked are set aside, and one undo takes it back', async () => {
    const visit = await visitOn('2014-06-10');
    const [first, second] = visit.facts.filter(({ rank }) => rank === 'key');
    await desk.ask('timeline.tick', { caseId, ids: [first!.id], isTicked: false });
    expect(factsOf(await visitOn('2014-06-10'))[first!.id]).toBe('set-aside');
    await desk.ask('visit.accept', { caseId, ids: [visit.id] });
    const after = await visitOn('2014-06-10');
    expect(after.state).toBe('accepted');
    expect(factsOf(after)).toMatchObject({ [first!.id]: 'set-aside', [second!.id]: 'accepted ticked' });
    for (const fact of after.facts.filter(({ rank }) => rank === 'folded'))
      expect(fact).toMatchObject({ state: 'proposed', isTicked: false });
    expect((await desk.ask('case.show', { caseId })).accepted).toBe(
      visit.facts.filter(({ rank }) => rank === 'key').length - 1,
    );
    expect(await undone()).toBe('accepting of visits');
    expect((await visitOn('2014-06-10')).state).toBe('proposed');
  });

  it('take a fact at once that is ticked after they were accepted', async () => {
    const { id, facts } = await visitOn('2014-06-10');
    await desk.ask('visit.accept', { caseId, ids: [id] });
    const folded = facts.find(({ rank }) => rank === 'folded')!;
    await desk.ask('timeline.tick', { caseId, ids: [folded.id], isTicked: true });
    expect(factsOf(await visitOn('2014-06-10'))[folded.id]).toBe('accepted ticked');
    await desk.ask('timeline.tick', { caseId, ids: [folded.id], isTicked: false });
    expect(factsOf(await visitOn('2014-06-10'))[folded.id]).toBe('proposed');
  });

  it('are rejected whole, several at once, and can be accepted after all', async () => {
    const ids = (await desk.ask('visit.list', { caseId })).map(({ id }) => id);
    await desk.ask('visit.reject', { caseId, ids });
    expect((await desk.ask('visit.list', { caseId })).map(({ state }) => state)).toEqual(ids.map(() => 'rejected'));
    await desk.ask('visit.accept', { caseId, ids: ids.slice(0, 1) });
    expect((await visits())[0]!.state).toBe('accepted');
    expect(await undone()).toBe('accepting of visits');
    expect(await undone()).toBe('rejecting of visits');
    expect((await desk.ask('visit.list', { caseId })).every(({ state }) => state === 'proposed')).toBe(true);
  });

  it('keep a fact thrown out that was thrown out by itself', async () => {
    const { id, facts } = await visitOn('2014-06-10');
    await desk.ask('timeline.decide', { caseId, ids: [facts[0]!.id], state: 'rejected' });
    await desk.ask('visit.accept', { caseId, ids: [id] });
    expect(factsOf(await visitOn('2014-06-10'))[facts[0]!.id]).toBe('rejected');
  });

  it('give their date and provider to every fact, and to the sentences made of them', async () => {
    const { id } = await visitOn('2014-06-10');
    await desk.ask('visit.accept', { caseId, ids: [id] });
    await desk.ask('summary.compose', { caseId });
    await desk.ask('visit.edit', { caseId, id, change: { date: '2014-06-12', provider: 'Quentin Farthingale, DC' } });
    const visit = await visitOn('2014-06-12');
    expect(visit.facts.every(({ date, provider }) => date === '2014-06-12' && /Farthingale/.test(provider))).toBe(true);
    expect((await desk.ask('summary.show', { caseId })).some(({ offered }) => offered?.includes('06/12/14'))).toBe(
      true,
    );
    const composed = await desk.ask('summary.compose', { caseId });
    expect(composed.map(({ text }) => text).join(' ')).toContain('06/12/14');
    await undone();
    expect(await undone()).toBe('change of a visit');
    expect((await visitOn('2014-06-10')).provider).toMatch(/Brackenbury/);
  });

  it('are merged into the first, and come apart again by one undo', async () => {
    const [june, july] = [await visitOn('2014-06-10'), await visitOn('2014-07-22')];
    await desk.ask('visit.merge', { caseId, ids: [june.id, july.id] });
    const merged = await visitOn('2014-06-10');
    expect(merged.facts).toHaveLength(june.facts.length + july.facts.length);
    expect(await visitOn('2014-07-22')).toBeUndefined();
    expect(await undone()).toBe('merging of visits');
    expect(factsOf(await visitOn('2014-07-22'))).toEqual(factsOf(july));
    expect((await visitOn('2014-07-22')).facts.every(({ date }) => date === '2014-07-22')).toBe(true);
  });

  it('let a fact go to another visit or to one of its own, where its date follows', async () => {
    const [june, july] = [await visitOn('2014-06-10'), await visitOn('2014-07-22')];
    const moved = june.facts[0]!.id;
    await desk.ask('timeline.move', { caseId, ids: [moved], to: july.id });
    expect((await visitOn('2014-07-22')).facts.find(({ id }) => id === moved)).toMatchObject({ date: '2014-07-22' });
    const { visit } = await desk.ask('timeline.move', { caseId, ids: [moved], to: null });
    expect((await visits()).find(({ id }) => id === visit)!.facts.map(({ id }) => id)).toEqual([moved]);
    expect(await undone()).toBe('moving of facts');
    await undone();
    expect(factsOf(await visitOn('2014-06-10'))).toEqual(factsOf(june));
  });

  it('are gone with their last fact', async () => {
    const [june, july] = [await visitOn('2014-06-10'), await visitOn('2014-07-22')];
    await desk.ask('timeline.move', { caseId, ids: june.facts.map(({ id }) => id), to: july.id });
    expect((await desk.ask('visit.list', { caseId })).some(({ id }) => id === june.id)).toBe(false);
  });

  it('take in what is added by hand under their date and provider, else it makes its own', async () => {
    const june = await visitOn('2014-06-10');
    const add = async (date: string): Promise<EntryId> => {
      const entry = { date, dateText: '', dateKind: 'service', kind: 'visit', text: 'He limped.' } as const;
      return (
        await desk.ask('timeline.add', {
          caseId,
          entry: { ...entry, provider: june.provider, reason: '', sources: [] },
        })
      ).id;
    };
    const [known, own] = [await add('2014-06-10'), await add('2014-09-01')];
    expect((await visitOn('2014-06-10')).facts.map(({ id }) => id)).toContain(known);
    expect((await visitOn('2014-09-01')).facts.map(({ id }) => id)).toEqual([own]);
  });

  it('refuse what is not there', async () => {
    const id = 'nowhere' as VisitId;
    expect(await desk.ask('visit.show', { caseId, ids: [id] })).toEqual([]);
    for (const method of ['visit.accept', 'visit.reject'] as const)
      expect(await desk.refusal(method, { caseId, ids: [id] })).toMatchObject({ code: 'not-found' });
    expect(await desk.refusal('visit.edit', { caseId, id, change: {} })).toMatchObject({ code: 'not-found' });
  });
});

describe('a second reading', () => {
  const again = async (): Promise<number> => (await desk.ask('timeline.propose', { caseId })).added;

  it('changes nothing where nothing is new', async () => {
    const before = await visits();
    expect(await again()).toBe(0);
    expect(await visits()).toEqual(before);
  });

  it('takes in words that come later, and keeps what was decided where a page is typed over by eye', async () => {
    await importText('late.txt', `${LATER.replaceAll('07/22/2014', '08/12/2014')}\f.`);
    const late = (await desk.ask('record.list', { caseId })).find(({ fileName }) => fileName === 'late.txt')!;
    const pages = await desk.ask('page.list', { caseId, recordId: late.id });
    const type = async (at: number, text: string): Promise<void> => {
      await desk.ask('page.type', { caseId, pageId: pages[at]!.id, text });
      await desk.ask('timeline.propose', { caseId });
    };
    const first = await visitOn('2014-08-12');
    await desk.ask('visit.accept', { caseId, ids: [first.id] });
    const accepted = await desk.ask('timeline.list', { caseId, state: 'accepted' });
    await type(1, LATER.replaceAll('07/22/2014', '09/02/2014'));
    expect((await visitOn('2014-09-02')).facts.length).toBeGreaterThan(0);
    await type(0, NOTE.replaceAll('06/10/2014', '08/12/2014').replace('McMurray is positive', 'Lachman is positive'));
    expect((await desk.ask('timeline.list', { caseId, state: 'accepted' })).map(({ id }) => id)).toEqual(
      accepted.map(({ id }) => id),
    );
    const texts = (await desk.ask('timeline.list', { caseId })).map(({ text }) => text).join(' ');
    expect(texts).toMatch(/Lachman/);
  });

  it('leaves alone what a person has touched: ticks, words, heads, places and decisions', async () => {
    const [june, july] = [await visitOn('2014-06-10'), await visitOn('2014-07-22')];
    const [first, second, third] = june.facts;
    await desk.ask('timeline.tick', { caseId, ids: [first!.id], isTicked: false });
    await desk.ask('timeline.edit', { caseId, id: second!.id, change: { text: 'He limped on the left.' } });
    await desk.ask('timeline.move', { caseId, ids: [third!.id], to: july.id });
    await desk.ask('visit.edit', { caseId, id: june.id, change: { date: '2014-06-11', kind: 'consultation' } });
    await desk.ask('visit.accept', { caseId, ids: [july.id] });
    const before = await visits();
    expect(await again()).toBe(0);
    expect(await visits()).toEqual(before);
  });

  it('does not make a visit anew that was merged into another', async () => {
    const [june, july] = [await visitOn('2014-06-10'), await visitOn('2014-07-22')];
    await desk.ask('visit.merge', { caseId, ids: [june.id, july.id] });
    const before = await visits();
    await again();
    expect(await visits()).toEqual(before);
  });
});
