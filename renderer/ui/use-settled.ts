import { useEffect, useState } from 'react';

/** A value once it has stood still for `milliseconds`; the first one at once. */
export const useSettled = <T>(value: T, milliseconds: number): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
};

/** True once the component has been there for `milliseconds`: pages that only fly past are not asked for. */
export const useHasStayed = (milliseconds: number): boolean => {
  const [hasStayed, setStayed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return hasStayed;
};
