import type { KeptDocument } from '../../main/store/documents.ts';

/** The one document of a file that is a single one. */
export const oneDocument = (title: string): KeptDocument => ({
  first: 1,
  kind: 'progress-report',
  title,
  date: null,
  provider: '',
  patient: 'worker',
  state: 'confirmed',
  reason: 'One document.',
  isSure: true,
});
