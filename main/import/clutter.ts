const CLUTTER = /(^|\/)(__MACOSX\/.*|\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/i;

/** Whether a path names one of the files that operating systems leave in folders and archives. */
export const isClutter = (path: string): boolean => CLUTTER.test(path);
