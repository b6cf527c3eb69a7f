import { openBackend, type OpenBackend } from '../support/open-backend.ts';

let desk: OpenBackend;
beforeAll(async () => {
  desk = await openBackend();
});
afterAll(() => desk.close());

describe('the clocks of a case', () => {
  it('follow its details and the holidays of the settings, and so do the list and the checks', async () => {
    const caseId = await desk.newCase({
      header: { urDenialDate: '2019-06-03', applicationReceived: '2019-06-15', decisionDate: '2019-07-11' },
    });
    await desk.ask('case.update', { caseId, facts: { recordsComplete: '2019-06-28', track: 'formulary' } });
    const due = async () => (await desk.ask('case.show', { caseId })).due;
    const late = async () =>
      (await desk.ask('letter.check', { caseId })).filter(
        ({ name }) => name === 'late-application' || name === 'overdue',
      );
    expect(await due()).toBe('2019-07-08');
    expect(await late()).toMatchObject([
      { name: 'overdue', values: { due: '2019-07-08', days: 3 }, message: expect.stringMatching(/stays valid\.$/u) },
      { name: 'late-application', values: { days: 12, allowed: 10 } },
    ]);
    await desk.ask('case.update', { caseId, facts: { urByMail: true, extensionDays: 3 } });
    expect(await late()).toEqual([]);
    expect(await desk.ask('clock.list', { caseId })).toMatchObject([
      { id: 'application' },
      { id: 'mail', late: -3 },
      { id: 'decision', passed: [{ name: 'Independence Day' }] },
      { id: 'extension', due: '2019-07-11', late: 0 },
    ]);
    await desk.ask('settings.update', { holidaysOff: ['Independence Day'], ownHolidays: ['2019-07-01', '2019-07-02'] });
    expect(await due()).toBe('2019-07-12');
    expect((await desk.ask('clock.holidays', {})).holidays.map(({ name }) => name)).toContain('Independence Day');
  });
});
