import { createContext, useContext } from 'react';

/**
 * The revision of the case that the screen around shows: edits below it are made from that state. 0 where what is shown
 * is of no case.
 */
export const ReadRevision = createContext(0);

export const useReadRevision = (): number => useContext(ReadRevision);
