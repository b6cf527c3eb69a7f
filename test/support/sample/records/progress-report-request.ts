import { writePdf } from '../write-pdf.ts';
import { progressEnd, progressHead, progressSettings } from './progress-report-july.ts';

/** The third progress report, which asks for acupuncture and the MRI. */
export const progressReportRequest = (): Promise<Uint8Array> =>
  writePdf(progressSettings('2016-08-31', '08/31/2016 11:48'), (sheet) => {
    progressHead(sheet, '08/30/2016', 'request');
    sheet.heading('SUBJECTIVE COMPLAINTS');
    sheet.text(
      'She reports constant aching in the low back, 5/10 in the morning and 7/10 at the end of a shift. On 08/22/2016 she came in without an appointment after a day of restocking that went beyond her restrictions; the limit was lowered to 10 pounds and the flare settled within four days.',
    );
    sheet.text(
      'There is no pain, numbness or tingling below the knee. For a few days an ache was felt in the left thigh and has gone. She denies weakness, falls, fever, night sweats, loss of weight, and any change in bladder or bowel control. She has never had cancer, a fracture of the spine or an operation on the back.',
    );
    sheet.text(
      'Medication: acetaminophen 650 mg three times a day and lidocaine patch 4 percent. Naproxen and etodolac were not tolerated (nausea, heartburn). Cyclobenzaprine caused drowsiness. She takes no opioids and does not wish to.',
    );
    sheet.text(
      'The exercise log shows 19 of 26 days done since 08/04/2016. She asks what else can be done so that she can go back to her own job.',
    );
    sheet.heading('OBJECTIVE FINDINGS');
    sheet.text(
      'Height 5 ft 5 in, weight 150 lb, blood pressure 120/76, temperature 98.0. Gait is normal and she walks on heels and toes. There is tenderness of the lumbar paravertebral muscles, more on the left, and over the left quadratus. There is no spasm. Flexion is 50 of 60 degrees, extension 20 of 25 degrees, side bending full. Straight leg raise is negative on both sides, sitting and lying. Strength is 5/5 in all groups of both legs. Knee and ankle reflexes are 2+ and equal. Sensation is intact to light touch and pinprick. The calves measure 36 cm on both sides.',
    );
    sheet.heading('DIAGNOSES');
    sheet.list([
      'Lumbar strain with lasting myofascial pain, subsequent encounter (S39.012D)',
      'Intolerance of naproxen and of etodolac',
    ]);
    sheet.heading('TREATMENT TO DATE');
    sheet.table(
      [3, 3, 4],
      [
        ['Treatment', 'When', 'Result'],
        ['Naproxen 500 mg', '07/12/2016 to 07/15/2016', 'Stopped: nausea, heartburn'],
        ['Cyclobenzaprine 10 mg', '07/12/2016 to 07/22/2016', 'Stopped: drowsiness'],
        ['Physical therapy, 6 visits', '07/18/2016 to 08/09/2016', 'Sits and lifts longer; pain less'],
        ['Etodolac 400 mg', '07/27/2016 to 08/01/2016', 'Stopped: heartburn'],
        ['Chiropractic, 4 visits', '08/03/2016 to 08/15/2016', 'Relief for about a day each time'],
        ['Home exercise program', 'since 08/04/2016', 'Kept up, five days a week'],
        ['Lidocaine patch 4 percent', 'since 08/16/2016', 'Helps at night'],
      ],
    );
    sheet.heading('TREATMENT PLAN AND REQUEST');
    sheet.text(
      '1. Acupuncture for the lumbar spine, once a week for six weeks (6 visits). Two anti-inflammatory drugs and a muscle relaxant had to be given up because of side effects. Acupuncture is meant to go along with the home exercise program, which she keeps up, and to let her lift and bend enough to return to her own job. She has had no acupuncture before. After the sixth visit lifting, sitting time and work restrictions will be measured again.',
    );
    sheet.text(
      '2. MRI of the lumbar spine without contrast, to look for the cause of the pain that remains seven weeks after the injury. No operation or injection is planned at this time.',
    );
    sheet.text('3. Continue home exercise, acetaminophen and lidocaine patches. Return on 09/20/2016.');
    sheet.heading('REVIEW OF RECORDS');
    sheet.text(
      'The discharge note of physical therapy, the chiropractic notes through 08/15/2016 and the consultation of 08/24/2016 were read. The consultant found no sign of nerve root involvement and saw no need for surgery.',
    );
    progressEnd(
      sheet,
      [
        'Modified work from 08/30/2016 through 09/20/2016: lifting to 15 pounds, no repeated bending or twisting, change of position every 40 minutes.',
        'The employer has confirmed that such work is available.',
      ],
      '08/31/2016',
    );
  });
