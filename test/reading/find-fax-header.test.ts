import { findFaxHeader } from '../../main/reading/find-fax-header.ts';

const BODY =
  'PRIMARY TREATING PHYSICIAN PROGRESS REPORT (PR-2)\nPatient reports low back pain.\nDate of visit: 08/16/2016 at 10:30 AM\nPlan: continue therapy.';

describe('the line of a fax machine', () => {
  it.each([
    '08/31/2016 10:22 AM FAX 5305550142 BIRCHWOOD CLINIC 003/012',
    'AUG-31-2016 10:22 From:BIRCHWOOD CLINIC 530-555-0142 To:15305550199 P.3/12',
    'From: Birchwood Clinic  To: 15305550199  Page: 3/12  Date: 8/31/2016 10:22:11 AM',
    '2016-08-31 10:22 5305550142 >> 5305550199 P 3/12',
    '08/31/2016 WED 10:22 FAX (530) 555-0142 Birchwood Clinic 003',
  ])('is found at the top: %s', (line) => {
    expect(findFaxHeader(`${line}\n${BODY}`)).toBe(line);
  });

  it('is found at the bottom', () => {
    const line = '08/31/2016 10:22 AM FAX 5305550142 003/012';
    expect(findFaxHeader(`${BODY}\n${BODY}\n${line}`)).toBe(line);
  });

  it.each([
    BODY,
    'Page 3 of 12\nBirchwood Clinic\nPhone (530) 555-0142  Fax (530) 555-0143',
    'Date: 08/31/2016 10:22 AM\nProvider: A. Example, MD',
    'Birchwood Clinic, 12 Example Way, phone 530-555-0142, fax 530-555-0143',
    '',
  ])('is not seen where no machine printed one', (text) => {
    expect(findFaxHeader(text)).toBeNull();
  });

  it('is not seen in the middle of a page', () => {
    expect(findFaxHeader(`${BODY}\n08/31/2016 10:22 AM FAX 5305550142 003/012\n${BODY}`)).toBeNull();
  });
});
