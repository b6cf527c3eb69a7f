import { testCrypto, VECTORS } from '../../main/store/crypto-self-test.ts';
import { Refusal } from '../../shared/reply.ts';

describe('the cryptography that a vault rests on', () => {
  it.each(VECTORS.map((vector) => [vector.name, vector] as const))('gives the published result: %s', (_, vector) => {
    expect(vector.compute().toString('hex')).toBe(vector.expected);
  });

  it.each([
    ['another result', { name: 'HKDF', expected: '00', compute: () => Buffer.from([1]) }],
    [
      'nothing',
      {
        name: 'HKDF',
        expected: '00',
        compute: () => {
          throw new Error('not supported');
        },
      },
    ],
  ])('opens no vault where it gives %s', (_, vector) => {
    expect(() => testCrypto([vector])).toThrow(Refusal);
    expect(() => testCrypto([vector])).toThrow('gives a wrong result (HKDF)');
  });

  it('passes here', () => {
    expect(() => testCrypto()).not.toThrow();
  });
});
