import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proposeEntries } from '../../main/reading/propose-entries.ts';
import type { RecordText } from '../../main/reading/record-text.ts';
import type { ToldDraft } from '../../main/reading/visits/told-draft.ts';
import { splitRecords } from '../../main/reading/records/split-records.ts';
import type { EntryDraft } from '../../shared/entry.ts';
import type { RecordId } from '../../shared/ids.ts';

/** The last day that a two-digit year of these fictional records may mean. */
export const LATEST = '2017-01-01';

/** How a page's text comes: with its columns and blank lines, or as a PDF gives it, words parted by single blanks. */
export const FORMS = ['columns', 'single blanks'] as const;
export type TextForm = (typeof FORMS)[number];

const inForm = (text: string, form: TextForm): string =>
  form === 'columns' ? text : text.replace(/[ \t]+/g, ' ').replace(/\n\s*\n+/g, '\n');

export const recordOf = (text: string, id = 'r1'): RecordText => ({
  record: id as RecordId,
  pages: text.split('\f').map((page, index) => ({ page: index + 1, text: page })),
});

/** A fictional record of the folder beside this file, by its name without extension. */
export const fixture = (name: string, form: TextForm = 'columns', id = name.replace(/[^a-z\d]/g, '')): RecordText =>
  recordOf(inForm(readFileSync(join(import.meta.dirname, 'records', `${name}.txt`), 'utf8'), form), id);

/** What a file's text proposes, document by document; another patient's give nothing, as in the application. */
export const propose = (source: RecordText): ToldDraft[] =>
  splitRecords(source, { latest: LATEST })
    .filter(({ patient }) => patient === 'worker')
    .flatMap((record) =>
      proposeEntries(
        { ...source, pages: source.pages.filter(({ page }) => page >= record.first && page <= record.last) },
        record,
        { latest: LATEST },
      ),
    );

/** Drafts as lines `date kind: text`. */
export const told = (drafts: readonly EntryDraft[]): string[] =>
  drafts.map(({ date, kind, text }) => `${date ?? 'undated'} ${kind}: ${text}`);
