import type { PageId } from '../../shared/ids.ts';
import { nextOpen, reasonInWords, stepFrom } from '../../renderer/features/by-eye/eye-queue.ts';
import type { EyeRow } from '../../renderer/features/by-eye/eye-queue.ts';

const row = (id: string, eye: 'typed' | 'confirmed' | null = null): EyeRow =>
  ({ page: { id, eye, confidence: 61.4 }, title: '', reason: 'low-confidence' }) as unknown as EyeRow;
const id = (text: string): PageId => text as PageId;

describe('the queue of pages to read by eye', () => {
  const rows = [row('1'), row('2', 'typed'), row('3'), row('4', 'confirmed')];

  it.each([
    ['1', '3'],
    ['2', '3'],
    ['3', '1'],
    ['4', '1'],
    [null, '1'],
  ])('goes on from %s to the next open page, and around', (from, to) => {
    expect(nextOpen(rows, from === null ? null : id(from))).toBe(to);
  });

  it('ends where no other page is open', () => {
    expect(nextOpen([row('1'), row('2', 'typed')], id('1'))).toBeNull();
    expect(nextOpen([], null)).toBeNull();
  });

  it('steps through open and settled pages and stays at its ends', () => {
    expect([
      stepFrom(rows, id('1'), 1),
      stepFrom(rows, id('1'), -1),
      stepFrom(rows, id('3'), 10),
      stepFrom([], null, 1),
    ]).toEqual(['2', '1', '4', null]);
  });

  it('says in words why a page is in it', () => {
    expect(reasonInWords(row('1'))).toBe('low confidence, 61 %');
  });
});
