import { findIdentities } from '../../main/letters/checks/find-identities.ts';
import { collectIdentities } from '../../main/letters/collect-identities.ts';

const PAGE = `Patient Name: SAMPLEMAN, ORVILLE   DOB: 08/02/1975
Claim No: WC-558-1207  Employer: Example Crates and Pallets
Address: 12 Nowhere Lane, Specimen City  Phone: (555) 555-0125
The injured worker was seen by Dr. Madeup on 01/20/2017.
Electronically signed by Avery Nobody, MD`;

describe('who the case file is about', () => {
  const identities = collectIdentities([PAGE, PAGE]);

  it.each([
    ['name', 'SAMPLEMAN, ORVILLE', 'the injured worker'],
    ['name', 'Example Crates and Pallets', 'the employer'],
    ['name', 'Madeup', 'the treating physician'],
    ['name', 'Avery Nobody', 'the treating physician'],
    ['number', 'WC-558-1207', 'the claim'],
    ['number', '(555) 555-0125', ''],
    ['address', '12 Nowhere Lane', ''],
    ['birth-date', '1975-08-02', 'the age'],
  ])('is found on its pages: %s %s', (kind, text, instead) => {
    expect(identities.filter((identity) => identity.text === text)).toEqual([{ kind, text, instead }]);
  });

  it.each([
    ['Orville Sampleman was seen.', 'Orville Sampleman'],
    ['Mr. Sampleman was seen.', 'Sampleman'],
    ['Seen by Dr. Nobody.', 'Nobody'],
    ['Claim WC 558 1207.', 'WC 558 1207'],
    ['Born on August 2, 1975.', 'August 2, 1975'],
    ['At 12 Nowhere Lane.', '12 Nowhere Lane'],
  ])('is found in a letter: %s', (text, quote) => {
    expect(findIdentities(text, identities).map((found) => found.quote)).toContain(quote);
  });

  it('is not found in words that only look alike', () => {
    expect(
      findIdentities('The sampleman of nobody was born on 08-02-2016 with 558 claims, and the Hand was sound.', [
        ...identities,
        { kind: 'name', text: 'Ira Hand', instead: 'the physician' },
      ]),
    ).toEqual([]);
  });
});
