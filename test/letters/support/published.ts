import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Letter } from '../../../shared/letter.ts';
import { SHARED, wantProgram, wantShared, type Want } from '../../support/optional.ts';

const FOLDER = join(SHARED, 'letters/published');

/** What tests over the published letters want: the letters, and a program that reads their text. */
export const PUBLISHED: readonly Want[] = [wantShared('letters/published'), wantProgram('pdftotext', ['-v'])];

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
  readonly items: readonly { readonly heading: string; readonly decision: string; readonly claims_guideline: string; readonly reviewer_guideline: string; readonly rationale: string }[];
};

export const publishedNames = (): string[] => readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')).map((name) => name.slice(0, -'.pdf'.length));

export const truthOf = (name: string): Truth => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Truth;

export const publishedText = (name: string): string => spawnSync('pdftotext', ['-layout', join(FOLDER, `${name}.pdf`), '-'], { encoding: 'utf8' }).stdout;

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
  items: truth.items.map((item) => ({ heading: item.heading, decision: item.decision, claimsGuideline: item.claims_guideline, reviewerGuideline: item.reviewer_guideline, rationale: item.rationale })),
});
