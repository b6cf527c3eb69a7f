import { readCcda } from '../../main/import/ccda/read-ccda.ts';
import { describeRecord } from '../../main/reading/describe-record.ts';
import { proposeEntries } from '../../main/reading/propose-entries.ts';
import type { RecordText } from '../../main/reading/record-text.ts';
import type { RecordId } from '../../shared/ids.ts';
import { makeVisitCcda } from '../support/files/make-visit-ccda.ts';

const source: RecordText = {
  record: '1' as RecordId,
  fileName: 'visit.xml',
  pages: readCcda(Buffer.from(makeVisitCcda())).pages.map(({ text }, at) => ({ page: at + 1, text })),
};
const description = describeRecord(source, { latest: '2020-01-01' });
const entries = proposeEntries(source, description, { latest: '2020-01-01' });
const saidAs = (kind: string): unknown[] =>
  entries.filter((entry) => entry.kind === kind).map(({ date, text }) => [date, text]);

describe('a visit exported from a system of health records', () => {
  it('has its kind from the code of the document, its provider from the author, its day from the head', () => {
    expect(description).toMatchObject({
      kind: 'progress-report',
      title: 'Progress note',
      provider: 'Avery Example MD',
      date: '2016-06-22',
    });
  });

  it('lists its problems together, without those that are negated', () => {
    expect(saidAs('diagnosis')).toEqual([
      ['2016-06-22', 'She was diagnosed with lumbar radiculopathy and left knee sprain.'],
    ]);
  });

  it('gives each result its own day, also below a day that reaches over several rows', () => {
    expect(saidAs('visit')).toEqual(
      expect.arrayContaining([
        ['2016-06-14', 'Hemoglobin A1c was 5.4 % (reference 4.0 - 5.6 %).'],
        ['2016-06-14', 'Creatinine was 1.4 mg/dL (H) (reference 0.6 - 1.2 mg/dL).'],
      ]),
    );
  });

  it('lists allergies as such, and no head of a table as anything', () => {
    expect(saidAs('visit')).toContainEqual(['2016-06-22', 'Allergies: "Penicillin, Hives, Moderate"']);
    expect(entries.filter(({ text }) => /substance|start date|reference range|noted date/i.test(text))).toEqual([]);
  });

  it('says when each drug was started and stopped', () => {
    expect(saidAs('medication')).toEqual([
      ['2016-05-10', 'Naproxen 550 mg tablet, Take 1 tablet twice a day, was started.'],
      ['2016-03-04', 'Cyclobenzaprine 10 mg tablet, Take 1 tablet at bedtime, was started.'],
      ['2016-05-10', 'Cyclobenzaprine 10 mg was stopped.'],
    ]);
  });

  it('dates what is planned by the visit, not by a row of a table above', () => {
    expect(saidAs('request')).toEqual([
      ['2016-06-22', 'An MRI of the lumbar spine without contrast was requested.'],
      ['2016-06-22', 'Physical therapy 2 times a week for 4 weeks was requested.'],
    ]);
  });

  it('proposes nothing of what was not given', () => {
    expect(entries.filter(({ text }) => /influenza|diabetes/i.test(text))).toEqual([]);
  });
});

describe('a line that was struck out', () => {
  it('is told by nobody, while the lines beside it are', () => {
    const text =
      'PROGRESS NOTE\nDate of visit: 06/14/2016\nWork status:\n[struck out: The patient may return to full duty.]\nModified duty, no lifting above ten pounds.\nPlan:\n[struck out: MRI of the knee\nis requested.]\nPhysical therapy twice a week is requested.';
    const struck: RecordText = { record: '1' as RecordId, fileName: 'note.pdf', pages: [{ page: 1, text }] };
    const told = proposeEntries(struck, describeRecord(struck, { latest: '2020-01-01' }), { latest: '2020-01-01' });
    const words = told.map((entry) => entry.text).join(' ');
    expect(words).not.toMatch(/full duty|MRI/);
    expect(words).toMatch(/[Ll]ifting/);
    expect(words).toMatch(/[Pp]hysical therapy/);
  });
});
