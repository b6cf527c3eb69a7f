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

/**
 * Dots on each row of a fax of a Letter or A4 sheet, and dots an inch across and down (ITU-T T.4): in the standard way
 * half as many down as in the fine one. A sheet has more rows than this in the fine way and fewer in the standard one,
 * were it as long as Legal.
 */
const FAX = { across: 1728, dpiX: 204, fine: 196, standard: 98, rows: 1500 } as const;

const sizeAt = ({ width, height }: PageSize, dpiX: number, dpiY: number): PageSize => ({
  width: (width / dpiX) * POINTS_AN_INCH,
  height: (height / dpiY) * POINTS_AN_INCH,
});

/**
 * The size at which a picture is shown as a page. Where its file does not tell it credibly, a black and white one with
 * the rows of a fax is as large as that, and any other as a Letter page.
 */
export const pageSize = (
  pixels: PageSize,
  dpiX: number | null,
  dpiY: number | null,
  isBlackAndWhite = false,
): PageSize => {
  if (isScanner(dpiX) && (isScanner(dpiY) || isFaxRow(dpiX, dpiY))) return sizeAt(pixels, dpiX, dpiY);
  if (isBlackAndWhite && pixels.width === FAX.across)
    return sizeAt(pixels, FAX.dpiX, pixels.height > FAX.rows ? FAX.fine : FAX.standard);
  const scale = LONG_SIDE / Math.max(1, pixels.width, pixels.height);
  return { width: pixels.width * scale, height: pixels.height * scale };
};
