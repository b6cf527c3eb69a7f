import type { Topic } from '../../shared/topic.ts';

/** What reading a table rests on, and what a write to it changes: its own topic, and those of what its triggers touch. */
type TableTopics = { readonly topic: Topic; readonly alsoChanges?: readonly Topic[] };

/** Every table that is read or written from outside its migrations. */
const TABLES = {
  fact: { topic: 'case' },
  visit: { topic: 'timeline' },
  entry: { topic: 'timeline' },
  entry_place: { topic: 'timeline' },
  sentence: { topic: 'summary' },
  item: { topic: 'items' },
  twin: { topic: 'duplicates' },
  negative_search: { topic: 'searches' },
  oddity: { topic: 'oddities' },
  // Typed words stand in the page's text, and make void what was read from it.
  eye_reading: { topic: 'pages', alsoChanges: ['readings'] },
  page: { topic: 'pages', alsoChanges: ['readings'] },
  page_layout: { topic: 'pages' },
  page_search: { topic: 'pages' },
  record: { topic: 'records' },
  // The timeline is read by them.
  document: { topic: 'records', alsoChanges: ['readings'] },
  original: { topic: 'records' },
  original_chunk: { topic: 'records' },
  intake_file: { topic: 'intake' },
  reading: { topic: 'readings' },
  issued_letter: { topic: 'letter' },
  change: { topic: 'history' },
  undo_step: { topic: 'history' },
  case_key: { topic: 'cases' },
  case_summary: { topic: 'cases' },
  setting: { topic: 'settings' },
  precedent: { topic: 'precedents' },
  precedent_letter: { topic: 'precedents' },
  precedent_search: { topic: 'precedents' },
} as const satisfies Readonly<Record<string, TableTopics>>;

const topicsOf = (name: string): TableTopics | undefined =>
  Object.hasOwn(TABLES, name) ? TABLES[name as keyof typeof TABLES] : undefined;

const READ = /\b(?:FROM|JOIN)\s+([a-z_]+)/gu;
const WRITTEN = /\b(?:INTO|UPDATE|DELETE FROM)\s+([a-z_]+)/gu;

const namesIn = (sql: string, pattern: RegExp): string[] => [...sql.matchAll(pattern)].map(([, name = '']) => name);

/** The topics that an SQL text reads. */
export const topicsRead = (sql: string): Topic[] => [
  ...new Set(namesIn(sql, READ).flatMap((name) => topicsOf(name)?.topic ?? [])),
];

/** The topics that an SQL text changes. */
export const topicsWritten = (sql: string): Topic[] => [
  ...new Set(
    namesIn(sql, WRITTEN).flatMap((name) => {
      const own = topicsOf(name);
      return own === undefined ? [] : [own.topic, ...(own.alsoChanges ?? [])];
    }),
  ),
];
