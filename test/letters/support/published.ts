import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPdf } from '../../../main/import/pdf/open-pdf.ts';
import type { Letter } from '../../../shared/letter.ts';
import { SHARED, wantShared, type Want } from '../../support/optional.ts';

const FOLDER = join(SHARED, 'letters/published');

/** What tests over the published letters want. */
export const PUBLISHED: readonly Want[] = [wantShared('letters/published')];

/** The parts of a published letter as they were taken down beside it. */
export type Truth = {
  readonly case_number: string;
  readonly date_assigned: string;
  readonly date_of_injury: string;
  readonly decision_date: string;
  readonly ur_denial_date: string;
  readonly priority: string;
  readonly application_received: string;
  readonly licensure: string;
  readonly specialty: string;
  readonly summary: string;
  readonly items: readonly {
    readonly heading: string;
    readonly decision: string;
    readonly claims_guideline: string;
    readonly reviewer_guideline: string;
    readonly rationale: string;
  }[];
};

export const publishedNames = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => name.slice(0, -'.pdf'.length));

export const truthOf = (name: string): Truth => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Truth;

/** The text of a PDF's pages as the import reads it, with `between` them. */
export const pdfText = async (bytes: Uint8Array, between = '\n'): Promise<string> => {
  const open = await openPdf(bytes, '');
  try {
    const pages = await Promise.all(Array.from({ length: open.pages }, (_, index) => open.read(index + 1)));
    return pages.map(({ text }) => text).join(between);
  } finally {
    open.close();
  }
};

export const publishedText = (name: string): Promise<string> => pdfText(readFileSync(join(FOLDER, `${name}.pdf`)));

const iso = (date: string): string => `${date.slice(6)}-${date.slice(0, 2)}-${date.slice(3, 5)}`;

/** The truth in the shape of a letter, without the fields that it does not give. */
export const letterOfTruth = (truth: Truth): Pick<Letter, 'header' | 'reviewer' | 'summary' | 'items'> => ({
  header: {
    caseNumber: truth.case_number,
    dateAssigned: iso(truth.date_assigned),
    dateOfInjury: iso(truth.date_of_injury),
    decisionDate: iso(truth.decision_date),
    urDenialDate: iso(truth.ur_denial_date),
    priority: truth.priority,
    applicationReceived: iso(truth.application_received),
  },
  reviewer: { licensure: truth.licensure, specialty: truth.specialty },
  summary: truth.summary,
  items: truth.items.map((item) => ({
    heading: item.heading,
    decision: item.decision,
    claimsGuideline: item.claims_guideline,
    reviewerGuideline: item.reviewer_guideline,
    rationale: item.rationale,
  })),
});
