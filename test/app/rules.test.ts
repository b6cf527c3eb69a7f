import type { Rule } from '../../shared/rule.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

let desk: OpenBackend;
beforeAll(async () => {
  desk = await openBackend();
});
afterAll(() => desk.close());

const own: Rule = {
  id: '',
  title: 'Two readers',
  kind: 'practice',
  asks: 'A second physician reads every letter that overturns a denial.',
  stands: 'Handbook, section 4',
  certainty: 'confirmed',
  since: '2020-01-01',
  until: null,
  note: '',
  source: '',
  checks: ['own-rationale'],
};

describe('the rules', () => {
  it('take those of the organisation beside those that came along', async () => {
    const before = await desk.ask('rule.list', {});
    expect(before.length).toBeGreaterThan(40);
    const saved = await desk.ask('rule.save', { rule: own });
    await desk.ask('rule.save', { rule: { ...own, id: saved.id, title: 'Three readers' } });
    expect(await desk.ask('rule.list', {})).toEqual([...before, { ...saved, title: 'Three readers', isOwn: true }]);
    await desk.ask('rule.remove', { id: saved.id });
    expect(await desk.ask('rule.list', {})).toEqual(before);
    expect(await desk.refusal('rule.remove', { id: saved.id })).toMatchObject({ code: 'not-found' });
  });

  it('take none from memory but as a suggestion, and leave those that came along as they are', async () => {
    expect(await desk.refusal('rule.save', { rule: { ...own, kind: 'rule', certainty: 'memory' } })).toMatchObject({
      code: 'usage',
    });
    expect(await desk.refusal('rule.save', { rule: { ...own, id: 'lay-terms' } })).toMatchObject({ code: 'refused' });
    const saved = await desk.ask('rule.save', { rule: { ...own, kind: 'suggestion', certainty: 'memory' } });
    expect(saved).toMatchObject({ kind: 'suggestion', isOwn: true });
  });
});
