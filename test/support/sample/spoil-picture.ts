import type { Picture } from './page-picture.ts';
import { seededRandom } from './seeded-random.ts';

// Looked up once: inside a test's own context every use of a global costs, and here there is one a pixel.
const { floor, round, min, max } = Math;

const pixelAt = ({ width, height, pixels }: Picture, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 255 : (pixels[y * width + x] ?? 255);

/** Between the four pixels around a point; outside the picture is white. */
const between = (picture: Picture, x: number, y: number): number => {
  const [left, top] = [floor(x), floor(y)];
  const [dx, dy] = [x - left, y - top];
  const upper = pixelAt(picture, left, top) * (1 - dx) + pixelAt(picture, left + 1, top) * dx;
  const lower = pixelAt(picture, left, top + 1) * (1 - dx) + pixelAt(picture, left + 1, top + 1) * dx;
  return upper * (1 - dy) + lower * dy;
};

const map = (picture: Picture, pixel: (x: number, y: number) => number): Picture => {
  const { width, height } = picture;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) pixels[y * width + x] = round(pixel(x, y));
  return { width, height, pixels };
};

/** Turned about its middle by a small angle in degrees, as a sheet laid crookedly on the glass. */
export const skew = (picture: Picture, degrees: number): Picture => {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [middleX, middleY] = [picture.width / 2, picture.height / 2];
  return map(picture, (x, y) =>
    between(
      picture,
      middleX + (x - middleX) * cos + (y - middleY) * sin,
      middleY - (x - middleX) * sin + (y - middleY) * cos,
    ),
  );
};

/** Grain of the given strength and a share of black and white specks. */
export const addNoise = (picture: Picture, seed: number, strength: number, specks: number): Picture => {
  const random = seededRandom(seed);
  return map(picture, (x, y) => {
    const dice = random();
    if (dice < specks) return dice < specks / 2 ? 0 : 255;
    return min(255, max(0, pixelAt(picture, x, y) + (random() + random() - 1) * strength));
  });
};

/** Darker towards one corner and off-white all over, as a sheet under a lamp. */
export const shade = (picture: Picture, darkest: number): Picture =>
  map(
    picture,
    (x, y) => pixelAt(picture, x, y) * (0.94 - darkest * ((x / picture.width) * 0.6 + (y / picture.height) * 0.4)),
  );

/** Turned clockwise by a quarter, a half or three quarters. */
export const turn = (picture: Picture, degrees: 90 | 180 | 270): Picture => {
  const { width, height } = picture;
  const size = degrees === 180 ? { width, height } : { width: height, height: width };
  return map({ ...size, pixels: new Uint8Array(size.width * size.height) }, (x, y) => {
    if (degrees === 180) return pixelAt(picture, width - 1 - x, height - 1 - y);
    return degrees === 90 ? pixelAt(picture, y, height - 1 - x) : pixelAt(picture, width - 1 - y, x);
  });
};

/** Black and white only. */
export const threshold = (picture: Picture, level: number): Picture =>
  map(picture, (x, y) => (pixelAt(picture, x, y) < level ? 0 : 255));
