/** The fictional people and places of the sample case; 555-01xx numbers and these streets belong to nobody. */
export const WORKER = {
  name: 'Casey Sample',
  lastFirst: 'SAMPLE, CASEY',
  born: '03/09/1978',
  phone: '(555) 555-0142',
  address: '100 Specimen Way, Apt 2, Sampleville, CA 90000',
} as const;
export const EMPLOYER = {
  name: 'Acme Fictional Warehousing',
  address: '200 Example Loop, Sampleville, CA 90000',
  phone: '(555) 555-0150',
} as const;
export const CLAIM = {
  number: 'PCS-0016-4417',
  payer: 'Placeholder Claims Services',
  address: 'PO Box 0000, Sampleville, CA 90000',
  adjuster: 'Robin Example',
  phone: '(555) 555-0160',
  fax: '(555) 555-0161',
} as const;
export const CLINIC = {
  name: 'Imaginary Occupational Health Center',
  address: '300 Pretend Street, Sampleville, CA 90000',
  phone: '(555) 555-0110',
  fax: '(555) 555-0111',
  chart: 'IOH-77120',
} as const;
export const PHYSICIAN = 'Example Placeholder, M.D.';
export const NURSE = 'Pat Madeup, R.N.';
export const THERAPIST = 'Jordan Testperson, PT, DPT';
export const THERAPY = { name: 'Mock Rehabilitation Services', phone: '(555) 555-0120' } as const;
export const CHIROPRACTOR = 'Avery Nobody, D.C.';
export const CHIROPRACTIC = { name: 'Pretend Chiropractic Group', phone: '(555) 555-0125' } as const;
export const RADIOLOGIST = 'Morgan Fictitious, M.D.';
export const IMAGING = { name: 'Specimen Imaging', phone: '(555) 555-0130' } as const;
export const CONSULTANT = 'Riley Makebelieve, M.D.';
export const REVIEWER = 'Taylor Imaginary, M.D.';
export const REVIEW = {
  name: 'Sample Utilization Review, Inc.',
  phone: '(555) 555-0170',
  fax: '(555) 555-0171',
  number: 'SUR-16-088214',
} as const;

/** The line by which offices mark a page as the worker's. */
export const chartLine = `Patient: ${WORKER.lastFirst}   DOB: ${WORKER.born}   Chart: ${CLINIC.chart}`;
