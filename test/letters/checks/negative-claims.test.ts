import { findNegativeClaims } from '../../../main/letters/checks/negative-claims.ts';
import { mentionStanding } from '../../../main/letters/checks/mention-standing.ts';

const namesIn = (text: string): string[] => findNegativeClaims(text).flatMap(({ known }) => known ?? []);

describe('claims that something is not documented', () => {
  it.each([
    'There is no record that the worker signed an opioid agreement.',
    'A pain contract is not on file.',
    'No UDS results were included with the request.',
    "The provider's notes do not include a urine drug screen, CURES report or pain contract.",
    'Urine toxicology was never performed.',
    'The patient has not had a urine drug screen.',
    'The patient has not undergone any physical therapy.',
    'The patient has not tried a home exercise program.',
    'The claimant has never attended acupuncture.',
    'There is nothing in the chart to show that conservative care was attempted.',
    'I could not find any documentation of urine drug testing.',
    'I find no evidence of functional improvement.',
    'The submitted documentation is devoid of any mention of an opioid contract.',
    'Physical therapy is not mentioned anywhere in the records.',
    'Evidence of functional improvement was not provided.',
    'Missing from the records are a urine drug screen and a signed opioid agreement.',
    'The records contain neither a pain contract nor a urine drug screen.',
    'Functional improvement from the medication was not demonstrated.',
    "There isn't any documentation of side effects.",
    "The reports don't mention red flags.",
    'The documentation fails to establish functional improvement.',
    'It was not documented whether a UDS was obtained.',
    "A drug screen hasn't been documented.",
    'Documentation does not support that the patient had radiculopathy.',
    'No recent urine drug screen has been provided for review.',
    'Without evidence of a failed strengthening program, the request cannot be certified.',
    'The physician did not provide documentation of side effects or functional improvement.',
    'The medical records reviewed are negative for documentation of an opioid agreement.',
    'Records provided do not document, describe or otherwise mention a home exercise program.',
    'Urine drug screens were not documented.',
    'Opioid agreements and drug screens are not documented.',
    'The lack of a urine drug screen and of an opioid agreement speaks against the request.',
    'There has been no documented functional improvement.',
    'No electrodiagnostic studies are documented.',
    'No x-rays of the knee were available for review.',
    'The physician does not document functional improvement.',
    'The requesting provider did not submit an MRI report.',
    'Compliance with a home exercise program has not been established.',
    'There are no prior MRIs in the records.',
    'There is no UDS in the file.',
  ])('are heard: %s', (sentence) => {
    expect(namesIn(sentence).length).toBeGreaterThan(0);
  });

  it.each([
    'The urine drug screen of 06/20 did not show illicit drugs.',
    'Physical therapy did not provide pain relief beyond two weeks.',
    'The patient did not attend work after physical therapy.',
    'There is no contraindication to physical therapy.',
    'The MRI does not show a tear.',
    'The records show functional improvement, not a plateau.',
    'No surgery is planned after the epidural injection.',
    'There is no reason to repeat the MRI.',
    'The UDS was not inconsistent.',
    'The patient has no plan to taper.',
    'A home exercise program is documented, and no further visits are needed.',
    'The request does not say how the MRI would change the plan.',
    'The MTUS does not require a urine drug screen every month.',
    'The physician documented pain relief, functional improvement and no side effects.',
    'No change in the physical therapy plan was documented.',
    'The provider did not explain why physical therapy should go on.',
    'The opioid agreement has been signed and is in the file.',
    'The opioid agreement was not violated.',
    'Not only is physical therapy documented, it also helped.',
    'The EMG was negative, and the MRI of the neck has not been authorized.',
    'The acupuncture visits number six; no more than that were requested.',
    'Drug testing is recommended where there is no evidence of aberrant behavior.',
  ])('are not heard where there is none: %s', (sentence) => {
    expect(namesIn(sentence)).toEqual([]);
  });

  it.each([
    [
      'There is no documentation of a signed opioid agreement, urine drug screening or functional improvement.',
      ['opioid agreement', 'drug screen', 'functional improvement'],
    ],
    ['The records contain neither a pain contract nor a urine drug screen.', ['opioid agreement', 'drug screen']],
    ['An MRI, x-rays (knee) and EMG/NCV have not been documented.', ['MRI', 'X-rays', 'electrodiagnostic studies']],
    ['There is no documentation of the response to physical therapy.', []],
  ])('name each thing of a list: %s', (sentence, names) => {
    expect(namesIn(sentence)).toEqual(names);
  });

  it('of other things are searched for by their own words', () => {
    expect(
      findNegativeClaims('There is no documentation of locking, effusion or joint line pain to warrant surgery.').map(
        ({ term, known }) => [term, known],
      ),
    ).toEqual([
      ['locking', null],
      ['effusion', null],
      ['joint line pain', null],
    ]);
  });
});

describe('a page that names a term', () => {
  it.each([
    ['Urine drug screen ', ' collected today.', 'held'],
    ['', ' ordered and collected today.', 'held'],
    ['Rotator cuff ', ' with theraband.', 'held'],
    ['There is no ', ' on file.', 'denied'],
    ['', ': none', 'denied'],
    ['The ', ' was not signed.', 'denied'],
    ['[ ] ', '', 'denied'],
    ['', ' to be signed.', 'wanted'],
    ['', ' at next visit.', 'wanted'],
    ['Request authorization for ', ' twice a week.', 'wanted'],
    ['The MTUS asks for a ', ' once a year.', 'wanted'],
  ])('holds, denies or wants it: %j ... %j', (before, after, standing) => {
    expect(mentionStanding(before, after)).toBe(standing);
  });
});
