import { CLAIM, CLINIC, EMPLOYER, PHYSICIAN, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';

/** DWC Form RFA for the two items that come into dispute. */
export const requestForAuthorization = (): Promise<Uint8Array> =>
  writePdf(
    {
      font: 'Helvetica',
      size: 10,
      made: '2016-08-31',
      fax: `09/01/2016 14:20  FROM: IMAGINARY OCC HEALTH ${CLINIC.fax}  TO: ${CLAIM.fax}  P. {page}/{pages}`,
      footer: 'DWC Form RFA   Page {page} of {pages}',
    },
    (sheet) => {
      sheet.title("State of California, Division of Workers' Compensation\nREQUEST FOR AUTHORIZATION (DWC Form RFA)");
      sheet.small(
        "Attach the Doctor's First Report, the PR-2 or a narrative report that supports the treatment asked for.",
      );
      sheet.check([
        [true, 'New request'],
        [false, 'Resubmission after a change in material facts'],
        [false, 'Expedited review: the employee faces an imminent and serious threat to health'],
        [false, 'Written confirmation of an earlier oral request'],
      ]);
      sheet.heading('Employee');
      sheet.fields([
        ['Name (last, first)', WORKER.lastFirst],
        ['Date of birth', WORKER.born],
      ]);
      sheet.fields([
        ['Date of injury', '07/11/2016'],
        ['Claim number', CLAIM.number],
        ['Employer', EMPLOYER.name],
      ]);
      sheet.heading('Requesting physician');
      sheet.fields([
        ['Name', PHYSICIAN],
        ['Practice', CLINIC.name],
      ]);
      sheet.fields([
        ['Address', CLINIC.address],
        ['Telephone', CLINIC.phone],
        ['Fax', CLINIC.fax],
      ]);
      sheet.fields([
        ['Specialty', 'Occupational medicine'],
        ['NPI', '0000000000'],
        ['E-mail', 'none'],
      ]);
      sheet.heading('Claims administrator');
      sheet.fields([
        ['Company', CLAIM.payer],
        ['Contact', CLAIM.adjuster],
      ]);
      sheet.fields([
        ['Address', CLAIM.address],
        ['Telephone', CLAIM.phone],
        ['Fax', CLAIM.fax],
      ]);
      sheet.heading('Requested treatment');
      sheet.table(
        [2.6, 1.4, 3.2, 1.3, 3],
        [
          ['Diagnosis', 'ICD-10', 'Service or good requested', 'CPT/HCPCS', 'Other information'],
          [
            'Lumbar strain',
            'S39.012D',
            'Acupuncture for the lumbar spine',
            '97810',
            'Once a week for six weeks (6 visits)',
          ],
          ['Lumbar strain', 'S39.012D', 'MRI of the lumbar spine without contrast', '72148', 'One study'],
        ],
      );
      sheet.signature('Example Placeholder', `${PHYSICIAN}   Date: 08/31/2016`);
      sheet.newPage();
      sheet.heading('Claims administrator or utilization review response');
      sheet.check([
        [false, 'Approved'],
        [true, 'Denied or modified (see the separate decision letter)'],
        [false, 'Delayed'],
        [false, 'Requested treatment was denied before'],
        [false, 'Liability for the treatment is disputed'],
      ]);
      sheet.fields([
        ['Authorization number', 'none'],
        ['Date', '09/08/2016'],
      ]);
      sheet.fields([
        ['Authorized agent', CLAIM.adjuster],
        ['Telephone', CLAIM.phone],
        ['Fax', CLAIM.fax],
      ]);
      sheet.heading('Enclosures sent with this request');
      sheet.list([
        'PR-2 of 08/30/2016',
        'PR-2 of 08/16/2016',
        "Doctor's First Report of 07/12/2016",
        'X-ray report of 07/12/2016',
      ]);
      sheet.text('Received by the mail room of the claims administrator on 09/01/2016.');
    },
  );
