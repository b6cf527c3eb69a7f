import { contract } from '../../shared/contract.ts';
import { RESTS_ON, isTouched } from '../../renderer/data/topics.ts';

describe('what a change makes the page read again', () => {
  it('knows of every query of the contract what it rests on', () => {
    const queries = Object.entries(contract)
      .filter(([, { kind }]) => kind === 'query')
      .map(([name]) => name);
    expect(Object.keys(RESTS_ON).sort()).toEqual(queries.sort());
  });

  it('reads the queries of the changed case, not those of another', () => {
    const change = { caseId: 'a' as never, topics: ['items' as const] };
    expect(isTouched('item.list', { caseId: 'a' }, change)).toBe(true);
    expect(isTouched('item.list', { caseId: 'b' }, change)).toBe(false);
    expect(isTouched('case.list', {}, change)).toBe(true);
    expect(isTouched('timeline.list', { caseId: 'a' }, change)).toBe(false);
  });

  it('reads every case again when the change names none', () => {
    expect(isTouched('letter.check', { caseId: 'b' }, { caseId: null, topics: ['settings'] })).toBe(true);
  });
});
