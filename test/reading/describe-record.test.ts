import { describeRecord } from '../../main/reading/describe-record.ts';
import { spanHolds } from '../../shared/span.ts';
import { fixture, FORMS, LATEST, recordOf } from './read-fixture.ts';

describe.each(FORMS)('a record with its text in %s', (form) => {
  it.each([
    ['pr2-form', 'progress-report', 'Progress report (PR-2)', 'Example Placeholder, M.D.', '2014-06-10'],
    ['progress-notes', 'progress-report', 'Progress note', 'Example Placeholder, MD', '2014-06-17'],
    ['first-report', 'first-report', "Doctor's first report (Form 5021)", 'Example Placeholder, M.D.', '2014-05-24'],
    ['therapy-log', 'therapy-note', 'Physical therapy', 'Jordan Testperson, PT', '2014-05-30'],
    ['chiro-notes', 'therapy-note', 'Chiropractic notes', 'A. Nobody, DC', '2014-05-26'],
    ['mri', 'imaging-report', 'MRI of the lumbar spine', 'Morgan Fictitious, MD', '2014-07-03'],
    ['emg', 'electrodiagnostic-report', 'Electrodiagnostic report', 'Riley Makebelieve, M.D.', '2014-07-15'],
    ['rfa', 'request-for-authorization', 'Request for authorization', 'Example Placeholder, M.D.', '2014-06-11'],
    ['ur-denial', 'utilization-review', 'Utilization review determination', 'Taylor Imaginary, M.D.', '2014-06-20'],
    ['imr-application', 'imr-application', 'Application for IMR', 'Example Placeholder, M.D.', '2014-07-08'],
    ['work-status', 'work-status', 'Work status', 'Example Placeholder, MD', '2014-06-20'],
    ['injection', 'operative-report', 'Operative report', 'Riley Makebelieve, M.D.', '2014-08-21'],
    ['drug-test', 'drug-test', 'Drug test', 'Fictional Toxicology Laboratory', '2014-07-11'],
    ['hospital', 'progress-report', 'Emergency department report', 'Dana Fictional, M.D.', '2016-10-05'],
    ['consultation', 'consultation', 'Consultation', 'Riley Makebelieve, M.D.', '2016-10-12'],
    ['encounter', 'progress-report', 'Progress note', 'Dana Fictional, PA-C', '2016-12-14'],
    ['handwritten', 'progress-report', 'Progress note', 'R. Makebelieve MD', '2016-10-26'],
    [
      'review-remarks',
      'utilization-review',
      'Utilization review determination',
      'Placeholder Review Services',
      '2016-10-20',
    ],
    ['acupuncture-log', 'therapy-note', 'Acupuncture notes', 'Quinn Pretend, L.Ac.', '2016-11-02'],
    ['work-slip', 'work-status', 'Work status', 'Riley Makebelieve, MD', '2016-10-12'],
    ['qme', 'medical-legal-report', 'Medical-legal report', 'Quinn Pretend, M.D.', '2014-09-04'],
  ])('like %s is a %s', (name, kind, title, provider, date) => {
    expect(describeRecord(fixture(name, form), { latest: LATEST })).toMatchObject({ kind, title, provider, date });
  });
});

describe('the description of a record', () => {
  it('cites the words of its date', () => {
    const source = fixture('pr2-form');
    const { dateSource } = describeRecord(source, { latest: LATEST });
    expect(dateSource !== undefined && spanHolds(dateSource, source.pages[0]?.text ?? '')).toBe(true);
    expect(dateSource?.quote).toBe('06/10/2014');
  });

  it('takes the day of a signature where nothing else dates the record, and says so', () => {
    const source = recordOf(
      'PROGRESS NOTE\nPatient: Alex Nobody\nHe had surgery on 03/02/2013. He is better.\nElectronically signed by Example Placeholder, MD on 06/12/2014',
    );
    expect(describeRecord(source, { latest: LATEST })).toMatchObject({ date: '2014-06-12', dateKind: 'signed' });
  });

  it('leaves the date open where none is printed', () => {
    expect(
      describeRecord(recordOf('PROGRESS NOTE\nPatient: Alex Nobody\nHe is better.'), { latest: LATEST }),
    ).toMatchObject({ kind: 'progress-report', date: null });
  });

  it('knows an unknown record by its file name', () => {
    expect(describeRecord({ ...recordOf('Receipt for parking'), fileName: 'parking.pdf' }, { latest: LATEST })).toEqual(
      { kind: 'other', title: 'parking', provider: '', date: null },
    );
  });

  it('says nothing of an empty record but that it is one', () => {
    expect(describeRecord(recordOf(''), { latest: LATEST })).toMatchObject({ kind: 'other', provider: '', date: null });
  });
});
