import { assignmentSheet } from './records/assignment-sheet.ts';
import { chiropracticNotes } from './records/chiropractic-notes.ts';
import { claimForm } from './records/claim-form.ts';
import { clinicFax } from './records/clinic-fax.ts';
import { dutyOffer } from './records/duty-offer.ts';
import { earlierRecords } from './records/earlier-records.ts';
import { firstReport, firstReportFaxedAgain } from './records/first-report.ts';
import { lumbarXRay } from './records/lumbar-x-ray.ts';
import { nurseCall } from './records/nurse-call.ts';
import { medicationList, workStatus } from './records/plain-text.ts';
import { progressReportAugust } from './records/progress-report-august.ts';
import { progressReportJuly } from './records/progress-report-july.ts';
import { progressReportRequest } from './records/progress-report-request.ts';
import { requestForAuthorization } from './records/request-for-authorization.ts';
import { reviewApplication } from './records/review-application.ts';
import { therapyEvaluation } from './records/therapy-evaluation.ts';
import { therapyFlowSheet } from './records/therapy-flow-sheet.ts';
import { utilizationReview } from './records/utilization-review.ts';

export type SampleFile = {
  /** `records` are text already; `more-records` need OCR or unpacking. */
  readonly folder: 'records' | 'more-records';
  readonly name: string;
  /** False where a picture encoder may round differently on another machine. */
  readonly isSameEverywhere: boolean;
  readonly write: () => Promise<Uint8Array> | Uint8Array;
};

const typed = (name: string, write: SampleFile['write']): SampleFile => ({
  folder: 'records',
  name,
  isSameEverywhere: true,
  write,
});
const pictured = (name: string, write: SampleFile['write']): SampleFile => ({
  folder: 'more-records',
  name,
  isSameEverywhere: false,
  write,
});

/**
 * Every record of the sample case but {@link KEPT_FILE}. `scan-0031.pdf` holds the bytes of the July report once more.
 */
export const SAMPLE_FILES: readonly SampleFile[] = [
  typed('assignment-sheet.pdf', assignmentSheet),
  typed('imr-application.pdf', reviewApplication),
  typed('utilization-review-2016-09-08.pdf', utilizationReview),
  typed('rfa-2016-08-31.pdf', requestForAuthorization),
  typed('first-report-5021.pdf', firstReport),
  typed('lumbar-x-ray-2016-07-12.pdf', lumbarXRay),
  typed('nurse-call-2016-07-15.rtf', nurseCall),
  typed('physical-therapy-evaluation.docx', therapyEvaluation),
  typed('physical-therapy-flow-sheet.pdf', therapyFlowSheet),
  typed('pr2-2016-07-26.pdf', progressReportJuly),
  typed('chiropractic-notes.docx', chiropracticNotes),
  typed('pr2-2016-08-16.pdf', progressReportAugust),
  typed('work-status-2016-08-22.txt', workStatus),
  typed('pr2-2016-08-30.pdf', progressReportRequest),
  typed('medication-list.txt', medicationList),
  typed('scan-0031.pdf', progressReportJuly),
  typed('scan-0032.pdf', firstReportFaxedAgain),
  pictured('claim-form-scan.pdf', claimForm),
  pictured('clinic-fax.tif', clinicFax),
  pictured('duty-offer-photo.jpg', dutyOffer),
  { folder: 'more-records', name: 'earlier-records.zip', isSameEverywhere: true, write: earlierRecords },
];

/** Kept in `more-records` as it is: see `records/consultation.ts`. */
export const KEPT_FILE = 'consultation-2016-08-24.doc';
