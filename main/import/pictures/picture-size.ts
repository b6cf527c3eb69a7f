/** Points of a page from its pixels and dots an inch. */
export type PageSize = { readonly width: number; readonly height: number };

const POINTS_AN_INCH = 72;
/** Cameras and screens write 72 or 96 into pictures of any size; a scanner's number is higher. */
const LEAST_DPI = 100;
const MOST_DPI = 2400;
/** The longer side of a picture whose real size is not known: that of US Letter. */
const LONG_SIDE = 792;

const isScanner = (dpi: number | null): dpi is number => dpi !== null && dpi >= LEAST_DPI && dpi <= MOST_DPI;
/** Coarse faxes have about 200 dots across and 98 down. */
const isFaxRow = (dpiX: number | null, dpiY: number | null): dpiY is number =>
  isScanner(dpiX) && dpiY !== null && dpiY >= 70 && dpiY < LEAST_DPI;

/** The size at which a picture is shown as a page; where its file does not tell it credibly, that of a Letter page. */
export const pageSize = (pixels: PageSize, dpiX: number | null, dpiY: number | null): PageSize => {
  if (isScanner(dpiX) && (isScanner(dpiY) || isFaxRow(dpiX, dpiY))) {
    return { width: (pixels.width / dpiX) * POINTS_AN_INCH, height: (pixels.height / dpiY) * POINTS_AN_INCH };
  }
  const scale = LONG_SIDE / Math.max(1, pixels.width, pixels.height);
  return { width: pixels.width * scale, height: pixels.height * scale };
};
