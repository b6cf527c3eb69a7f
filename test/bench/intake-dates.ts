import { findDates } from '../../shared/find-dates.ts';
import { median, ratio, type Figure } from './figure.ts';

const MEGABYTE = 1_000_000;
const RUNS = 5;
const LATEST = '2017-01-01';
const SENTENCE =
  'The patient reports that the pain of the lumbar spine is worse with sitting and with driving, that therapy helped for a day or so, and that medication is taken as it was prescribed by the treating physician at that visit, on ';

/** Prose with a date every 230 characters, of so many bytes. */
const prose = (bytes: number): string => {
  const pieces: string[] = [];
  for (let length = 0, day = 0; length < bytes; day += 1) {
    const piece = `${SENTENCE}0${String(1 + (day % 9))}/1${String(day % 9)}/2016. `;
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('');
};

const dates = (count: number): string =>
  Array.from({ length: count }, (_, at) => `0${String(1 + (at % 9))}/1${String(at % 9)}/201${String(at % 7)}`).join(
    ' ',
  );

/** Milliseconds of the processor, whatever else the machine does; the first run compiles and is not counted. */
const time = (text: string): number => {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const before = process.threadCpuUsage();
    findDates(text, { latest: LATEST });
    const { user, system } = process.threadCpuUsage(before);
    times.push((user + system) / 1000);
  }
  return median(times.slice(1));
};

/** How fast dates are found in prose, in one thread, and whether twice as many take twice as long. */
export const benchIntakeDates = (): Figure[] => {
  const text = prose(5 * MEGABYTE);
  const speed = text.length / MEGABYTE / (time(text) / 1000);
  const [few, many] = [time(dates(8000)), time(dates(64_000))];
  return [
    {
      name: 'dates found in prose with a date every 230 characters, one thread',
      value: speed,
      unit: 'MB/s',
      goal: '>= 50',
      holds: speed >= 50,
    },
    ratio('64,000 dates in a row against 8,000, a date', many / few / 8, { most: 1.5 }),
  ];
};
