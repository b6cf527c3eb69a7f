export type DateStyle = 'MM-DD-YYYY' | 'MM/DD/YYYY' | 'Month D, YYYY' | 'M-D-YY' | 'M/D/YY';

/** The style that a full date is written in, null for a rarer one. */
export const dateStyle = (written: string): DateStyle | null => {
  if (/^[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}$/u.test(written)) return 'Month D, YYYY';
  const mark = /^\d{1,2}([-/])\d{1,2}\1(\d{4}|\d{2})$/u.exec(written);
  if (mark === null) return null;
  return mark[1] === '-'
    ? mark[2]?.length === 4
      ? 'MM-DD-YYYY'
      : 'M-D-YY'
    : mark[2]?.length === 4
      ? 'MM/DD/YYYY'
      : 'M/D/YY';
};
