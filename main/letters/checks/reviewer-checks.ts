import type { LetterCheck } from './check.ts';

export const reviewerChecks: readonly LetterCheck[] = [
  {
    number: 8,
    group: 'reviewer',
    severity: 'block',
    title: 'A state of licensure and a specialty are given',
    run: ({ letter: { reviewer } }) => [
      ...(reviewer.licensure.trim() === '' ? [{ where: 'reviewer.licensure', message: 'No state of licensure is given.' }] : []),
      ...(reviewer.specialty.trim() === '' ? [{ where: 'reviewer.specialty', message: 'No specialty is given.' }] : []),
    ],
  },
];
