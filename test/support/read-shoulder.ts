import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FilePages } from '../../main/reading/records/split-records.ts';
import { SHARED, wantShared } from './optional.ts';
import { readFolder } from './read-folder.ts';

const FOLDER = join('cases', 'shoulder');
export const SHOULDER = wantShared(join(FOLDER, 'truth.json'));

export type TrueDocument = {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  readonly kind: string;
  readonly date: string | null;
  readonly provider: string | null;
  readonly patient: 'worker' | 'other';
};
type KeyFact = { readonly date: string; readonly pattern: string; readonly what: string };
export type Truth = {
  readonly documents: readonly TrueDocument[];
  readonly keyFacts: readonly KeyFact[];
  readonly items: readonly string[];
  readonly header: { readonly dateOfInjury: string };
};

export const shoulderTruth = (): Truth => JSON.parse(readFileSync(join(SHARED, FOLDER, 'truth.json'), 'utf8')) as Truth;

/** The files of the shoulder case. */
export const readShoulder = (): Promise<FilePages[]> => readFolder(join(SHARED, FOLDER, 'files'));
