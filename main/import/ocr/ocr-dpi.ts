/** Dots an inch between which pages are recognised; others are resized. */
export const OCR_DPI = { least: 200, most: 300 } as const;
