import { isTouched } from '../../renderer/data/topics.ts';

describe('what a change makes the page read again', () => {
  const change = { caseId: 'a' as never, topics: ['items' as const] };

  it('reads the answers of the changed case that rest on what changed, not those of another', () => {
    expect(isTouched({ caseId: 'a' }, { restsOn: ['items'] }, change)).toBe(true);
    expect(isTouched({ caseId: 'b' }, { restsOn: ['items'] }, change)).toBe(false);
    expect(isTouched({}, { restsOn: ['cases', 'items'] }, change)).toBe(true);
    expect(isTouched({ caseId: 'a' }, { restsOn: ['timeline'] }, change)).toBe(false);
  });

  it('reads every case again when the change names none', () => {
    expect(isTouched({ caseId: 'b' }, { restsOn: ['settings'] }, { caseId: null, topics: ['settings'] })).toBe(true);
  });

  it('asks again what was never answered', () => {
    expect(isTouched({ caseId: 'a' }, undefined, change)).toBe(true);
  });
});
