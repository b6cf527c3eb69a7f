import { blankCitation, lackOfCitation, writeCitation } from '../../shared/outside-citation.ts';

describe('a citation outside the MTUS', () => {
  it('names publisher, year, chapter and section of a guideline', () => {
    expect(
      writeCitation({
        kind: 'guideline',
        publisher: 'Official Disability Guidelines (ODG)',
        year: '2016',
        chapter: 'Knee and Leg Chapter',
        section: 'MRIs',
      }),
    ).toBe('Official Disability Guidelines (ODG), 2016, Knee and Leg Chapter, MRIs');
  });

  it('names first author, title, journal, year, volume and pages of a study', () => {
    expect(
      writeCitation({
        kind: 'study',
        firstAuthor: 'Plainly A, et al',
        title: 'Does rest help? ',
        journal: 'Journal of Examples',
        year: '2014',
        volume: '12',
        pages: '34-40',
      }),
    ).toBe('Plainly A, et al. Does rest help? Journal of Examples 2014;12:34-40');
  });

  it('leaves out what is not given, and says what that is', () => {
    expect(writeCitation({ ...blankCitation('guideline'), publisher: 'ODG' } as never)).toBe('ODG');
    expect(writeCitation(blankCitation('study'))).toBe('');
    expect(lackOfCitation({ kind: 'guideline', publisher: 'ODG', year: ' ', chapter: 'Knee', section: '' })).toEqual([
      'Year',
      'Section',
    ]);
  });
});
