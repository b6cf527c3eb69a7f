import { makePdf } from './make-pdf.ts';
import { pictureOf } from './scan-page.ts';
import type { Picture } from '../sample/page-picture.ts';
import { seededRandom } from '../sample/seeded-random.ts';

/** How a till prints: the width of its roll and its letters in points, and whether blank lines part the goods. */
export type ReceiptLook = {
  readonly seed: number;
  readonly width: number;
  readonly size: number;
  readonly font: 'Courier' | 'Helvetica';
  readonly gap: number;
};

const GOODS = [
  'IBUPROFEN 200MG 100CT',
  'ELASTIC BANDAGE 4IN',
  'COLD PACK REUSABLE',
  'KNEE BRACE LARGE',
  'BATTERY AA 8 PACK',
  'NAPROXEN SODIUM 220MG',
  'HEATING PAD DELUXE',
  'LUMBAR CUSHION GREY',
  'TRAVEL MUG BLUE',
  'CANE TIP RUBBER',
  'PILL ORGANIZER 7 DAY',
  'WRIST SPLINT LEFT',
] as const;

const money = (cents: number): string => (cents / 100).toFixed(2);

/** The lines of a receipt: left part and right part; the shop and the goods are plainly fictional. */
export const receiptLines = ({ seed }: Pick<ReceiptLook, 'seed'>): readonly (readonly [string, string])[] => {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const goods = Array.from({ length: 6 + upTo(7) }, () => [GOODS[upTo(GOODS.length)] ?? '', 199 + upTo(3000)] as const);
  const sum = goods.reduce((total, [, price]) => total + price, 0);
  return [
    ['PLACEHOLDER PHARMACY', ''],
    ['12 SPECIMEN STREET', ''],
    ['NOWHERE CA 90000', ''],
    ['TEL 555 0100', ''],
    [`DATE 0${1 + upTo(9)}/1${upTo(9)}/2016`, `1${upTo(9)}:${10 + upTo(49)}`],
    [`RECEIPT NO ${100_000 + upTo(800_000)}`, ''],
    ['', ''],
    ...goods.flatMap(([name, price]): (readonly [string, string])[] => [
      [name, ''],
      [`  1 X ${money(price)}`, money(price)],
    ]),
    ['', ''],
    ['SUBTOTAL', money(sum)],
    ['SALES TAX', money(Math.round(sum * 0.08))],
    ['TOTAL', money(sum + Math.round(sum * 0.08))],
    ['CASH TENDERED', money(20_000)],
    ['CHANGE DUE', money(20_000 - sum)],
    ['', ''],
    ['THANK YOU FOR SHOPPING', ''],
    ['RETURNS WITHIN 30 DAYS', ''],
  ];
};

/** A receipt from a till: narrow and long, its prices in a column at the right. Its picture tells no size. */
export const receiptPicture = async (look: ReceiptLook): Promise<Picture> => {
  const lines = receiptLines(look);
  const step = look.size * look.gap;
  const height = Math.round(lines.length * step + 40);
  return pictureOf(
    await makePdf(
      [
        (pdf) => {
          pdf.font(look.font).fontSize(look.size);
          lines.forEach(([left, right], index) => {
            const y = 20 + index * step;
            pdf.text(left, 10, y, { lineBreak: false });
            if (right !== '') pdf.text(right, look.width - 10 - pdf.widthOfString(right), y, { lineBreak: false });
          });
        },
      ],
      { size: [look.width, height] },
    ),
  );
};
