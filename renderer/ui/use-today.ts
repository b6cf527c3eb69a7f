import { useEffect, useState } from 'react';
import { localToday } from './parse-date.ts';

/** Today, `YYYY-MM-DD`, also past midnight. */
export const useToday = (): string => {
  const [today, setToday] = useState(localToday);
  useEffect(() => {
    const timer = setInterval(() => setToday(localToday()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
};
