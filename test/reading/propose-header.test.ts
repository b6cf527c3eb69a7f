import { proposeHeader } from '../../main/reading/propose-header.ts';
import { proposeItems } from '../../main/reading/propose-items.ts';
import { HeaderProposal, ItemProposal } from '../../shared/case.ts';
import { spanHolds } from '../../shared/span.ts';
import { fixture, FORMS, LATEST, recordOf } from './read-fixture.ts';

const NAMES = ['pr2-form', 'first-report', 'ur-denial', 'imr-application', 'rfa', 'mri'];

describe.each(FORMS)('a file with its text in %s', (form) => {
  const records = NAMES.map((name) => fixture(name, form));

  it('gives the values of the case block, with their words', () => {
    const header = proposeHeader(records, { latest: LATEST });
    expect(Object.fromEntries(header.map(({ name, value }) => [name, value]))).toEqual({
      caseNumber: 'CM14-0109999',
      dateAssigned: '2014-08-04',
      dateOfInjury: '2014-05-24',
      urDenialDate: '2014-06-20',
      applicationReceived: '2014-07-08',
      priority: 'Standard',
    });
    for (const proposal of header) {
      expect(HeaderProposal.safeParse(proposal).success).toBe(true);
      const page = records.find(({ record }) => record === proposal.source.record)?.pages[proposal.source.page - 1];
      expect(spanHolds(proposal.source, page?.text ?? '')).toBe(true);
    }
  });

  it('gives the disputed items once each, in the words of the denial, and not what was certified', () => {
    const items = proposeItems(records, { latest: LATEST });
    expect(items.map(({ heading }) => heading)).toEqual([
      'Acupuncture 2 times a week for 3 weeks for the lower back',
      'X-ray of the lumbar spine',
    ]);
    for (const item of items) expect(ItemProposal.safeParse(item).success).toBe(true);
  });
});

describe('the disputed items', () => {
  const items = (...texts: readonly string[]): string[] =>
    proposeItems(
      texts.map((text, index) => recordOf(text, `r${String(index)}`)),
      { latest: LATEST },
    ).map(({ heading }) => heading);
  const REVIEW =
    'SAMPLE UTILIZATION REVIEW\nNOTICE OF UTILIZATION REVIEW DETERMINATION\nDate of Determination: 06/20/2014\n';

  it('are read off running text where no list is printed', () => {
    expect(
      items(
        `${REVIEW}The request for Norco 10/325 mg #60 is non-certified. The request for physical therapy 2 times a week for 4 weeks is modified. The request for naproxen 500 mg #60 is certified.`,
      ),
    ).toEqual(['Norco 10/325 mg #60', 'Physical therapy 2 times a week for 4 weeks']);
  });

  it('are read off lines that end with the decision', () => {
    expect(
      items(
        `${REVIEW}Services requested Determination\nMRI of the left knee without contrast DENIED\nKnee brace, left APPROVED\nRationale`,
      ),
    ).toEqual(['MRI of the left knee without contrast']);
  });

  it('go on over a line end', () => {
    expect(
      items(
        `${REVIEW}Treatment requested:\n1. Acupuncture two times a week for three weeks\nfor the lower back Non-certified\n2. X-ray of the lumbar spine Non-certified\nRationale: none`,
      ),
    ).toEqual(['Acupuncture two times a week for three weeks for the lower back', 'X-ray of the lumbar spine']);
  });

  it('of the request are proposed only where nothing says what was denied', () => {
    expect(proposeItems([fixture('rfa')], { latest: LATEST }).map(({ heading }) => heading)).toEqual([
      'Acupuncture, 2 times a week for 3 weeks for the lower back',
      'X-ray of the lumbar spine, AP and lateral',
    ]);
  });

  it('are none in a file that holds no request', () => {
    expect(items('PROGRESS NOTE\nHe is better.')).toEqual([]);
  });
});

describe('the case block', () => {
  it('offers every value where records disagree, the better supported first', () => {
    const header = proposeHeader([fixture('ur-denial'), recordOf('PROGRESS NOTE\nDate of injury: 05/25/2014', 'r2')], {
      latest: LATEST,
    });
    expect(header.filter(({ name }) => name === 'dateOfInjury').map(({ value }) => value)).toEqual([
      '2014-05-24',
      '2014-05-25',
    ]);
  });

  it('reads an expedited review only where it is marked', () => {
    expect(
      proposeHeader([recordOf('DWC Form IMR\nType of review: [ ] Regular [X] Expedited')], { latest: LATEST }).map(
        ({ value }) => value,
      ),
    ).toEqual(['Expedited']);
    expect(proposeHeader([recordOf('[ ] Expedited review is asked for')], { latest: LATEST })).toEqual([]);
  });
});
