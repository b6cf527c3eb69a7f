import type { CaseId } from '../../shared/ids.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

let desk: OpenBackend;
beforeAll(async () => {
  desk = await openBackend();
  await desk.ask('settings.update', { organisation: 'Example Reviews', guidelineLabel: 'EXAMPLE', letterForm: '2014' });
});
afterAll(() => desk.close());

const factsOf = async (caseId: CaseId) => (await desk.ask('case.show', { caseId })).facts;

describe('a new case', () => {
  it('begins with the form, the organisation and the label of the settings', async () => {
    const { caseId } = await desk.ask('case.create', { letter: {}, origin: 'records' });
    expect(await factsOf(caseId)).toMatchObject({
      form: '2014',
      organisation: 'Example Reviews',
      guidelineLabel: 'EXAMPLE',
    });
  });

  it('has what its letter states instead', async () => {
    const { caseId } = await desk.ask('case.create', {
      letter: { form: '2016', organisation: 'Other Reviews' },
      origin: 'records',
    });
    expect(await factsOf(caseId)).toMatchObject({
      form: '2016',
      organisation: 'Other Reviews',
      guidelineLabel: 'EXAMPLE',
    });
  });

  it.each(['case.create', 'case.update', 'settings.update', 'letter.preview', 'statement.build'] as const)(
    'is refused a form that nobody described, by %s',
    async (method) => {
      const { caseId } = await desk.ask('case.create', { letter: {}, origin: 'records' });
      const input = {
        'case.create': { letter: { form: '2020' }, origin: 'records' },
        'case.update': { caseId, facts: { form: '2020' } },
        'settings.update': { letterForm: '2020' },
        'letter.preview': { caseId, form: '2020' },
        'statement.build': { statement: { form: 'none' }, form: '2020', side: 'claims' },
      }[method];
      expect(await desk.refusal(method, input)).toMatchObject({
        code: 'usage',
        message: 'There is no letter form "2020"; choose one of these: 2013-14, 2014, 2016.',
      });
      expect((await factsOf(caseId)).form).toBe('2014');
    },
  );
});
