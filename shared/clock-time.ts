/** A moment as one says it: `14:05` on the same day, `11/30/2026, 14:05` on another, in the time of this computer. */
export const clockTime = (at: string, now: Date): string => {
  const moment = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = (date: Date): string =>
    `${two(date.getMonth() + 1)}/${two(date.getDate())}/${String(date.getFullYear())}`;
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  return day(moment) === day(now) ? time : `${day(moment)}, ${time}`;
};
