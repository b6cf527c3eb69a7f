const { imul } = Math;

/** A random source that gives the same numbers every run (mulberry32), between 0 and 1. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Runs `work` with the platform's random bytes replaced by seeded ones: pdfkit salts its encryption with them. */
export const withSeededCrypto = async <T>(seed: number, work: () => Promise<T>): Promise<T> => {
  const random = seededRandom(seed);
  const { crypto } = globalThis;
  const original = Object.getOwnPropertyDescriptor(crypto, 'getRandomValues');
  Object.defineProperty(crypto, 'getRandomValues', {
    configurable: true,
    value: (bytes: Uint8Array) => bytes.fill(0).map((_, index) => (bytes[index] = Math.floor(random() * 256))),
  });
  try {
    return await work();
  } finally {
    if (original === undefined) Reflect.deleteProperty(crypto, 'getRandomValues');
    else Object.defineProperty(crypto, 'getRandomValues', original);
  }
};
