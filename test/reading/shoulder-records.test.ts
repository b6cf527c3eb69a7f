import { splitRecords, type ProposedRecord } from '../../main/reading/records/split-records.ts';
import { describeWith } from '../support/optional.ts';
import { readShoulder, SHOULDER, shoulderTruth, type TrueDocument } from '../support/read-shoulder.ts';

const LATEST = '2016-12-01';
const BUNDLE = 'ALL RECORDS.pdf';

describeWith([SHOULDER], 'the bundle of the shoulder case', () => {
  let records: readonly ProposedRecord[];
  let truth: readonly TrueDocument[];
  const found = ({ first }: TrueDocument): ProposedRecord | undefined => records.find((one) => one.first === first);
  const right = (is: (document: TrueDocument, record: ProposedRecord) => boolean): number =>
    truth.filter((document) => {
      const record = found(document);
      return record !== undefined && is(document, record);
    }).length;

  beforeAll(async () => {
    const bundle = (await readShoulder()).find(({ fileName }) => fileName === BUNDLE)!;
    records = splitRecords(bundle, { latest: LATEST });
    truth = shoulderTruth().documents;
    process.stdout.write(
      `shoulder bundle: ${records.length} records for ${truth.length} documents; right of them: ` +
        `first page ${right(() => true)}, last page ${right((document, { last }) => document.last === last)}, ` +
        `kind ${right((document, { kind }) => document.kind === kind)}, ` +
        `date ${right((document, { date }) => document.date === date)}, ` +
        `provider ${right((document, { provider }) => (document.provider ?? '') === provider)}\n`,
    );
  });

  it('has its documents proposed with first page, last page, kind and date', () => {
    expect(records.map(({ first, last, kind, date }) => ({ first, last, kind, date }))).toEqual(
      truth.map(({ first, last, kind, date }) => ({ first, last, kind, date })),
    );
  });

  it('has the provider of each as printed', () => {
    expect(records.map(({ provider }) => provider)).toEqual(truth.map(({ provider }) => provider ?? ''));
  });

  it('has the page of another patient proposed for removal, and no other', () => {
    expect(records.filter(({ patient }) => patient === 'other').map(({ first, last }) => [first, last])).toEqual([
      [48, 48],
    ]);
  });

  it('has nothing marked as unsure', () => {
    expect(records.filter(({ isSure }) => !isSure)).toEqual([]);
  });

  it('gives the same documents where its pages come in reverse, each page by itself or with its own', async () => {
    const bundle = (await readShoulder()).find(({ fileName }) => fileName === BUNDLE)!;
    const reversed = splitRecords(
      { ...bundle, pages: bundle.pages.toReversed().map((page, at) => ({ ...page, page: at + 1 })) },
      { latest: LATEST },
    );
    expect(reversed).toHaveLength(bundle.pages.length);
    const keys = (list: readonly { readonly kind: string; readonly date: string | null }[]): string[] =>
      [...new Set(list.map(({ kind, date }) => `${kind} ${date}`))].sort();
    expect(keys(reversed.filter(({ isSure }) => isSure))).toEqual(keys(truth));
  });
});
