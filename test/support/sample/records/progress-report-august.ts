import { writePdf } from '../write-pdf.ts';
import { progressEnd, progressHead, progressSettings } from './progress-report-july.ts';

/** The second progress report; its file is encrypted with an empty password. */
export const progressReportAugust = (): Promise<Uint8Array> =>
  writePdf({ ...progressSettings('2016-08-17', '08/17/2016 09:12'), locked: true }, (sheet) => {
    progressHead(sheet, '08/16/2016', 'periodic');
    sheet.heading('SUBJECTIVE COMPLAINTS');
    sheet.text(
      'She reports that her low back pain has eased but has not gone. It is 5/10 on most days and 6/10 after a full shift. The pain stays in the low back, left more than right. There is no leg pain, numbness, weakness, or change in bladder or bowel function. She has had no fever and no loss of weight.',
    );
    sheet.text(
      'She completed six visits of physical therapy on 08/09/2016. She can now sit for 40 minutes, up from 20, and lifts 15 pounds from waist height. She had four visits of chiropractic care between 08/03/2016 and 08/15/2016; each gave relief for about a day.',
    );
    sheet.text(
      'Etodolac brought the heartburn back within five days and she stopped it on 08/01/2016. She takes acetaminophen 650 mg three times a day. She follows the home exercise program five days a week and keeps a log of it.',
    );
    sheet.heading('OBJECTIVE FINDINGS');
    sheet.text(
      'Blood pressure 118/76, pulse 68. Gait is normal. There is tenderness over the left lumbar paravertebral muscles at L4-L5 and L5-S1 without spasm. Flexion is 50 of 60 degrees with pain at the end of the movement; extension is 20 of 25. Straight leg raise is negative on both sides. Strength is 5/5, reflexes are equal, and sensation is intact in both legs. The hips and the sacroiliac joints move without pain. Pressing on the spine in the midline does not hurt.',
    );
    sheet.heading('DIAGNOSES');
    sheet.list([
      'Lumbar strain, subsequent encounter (S39.012D), slowly improving',
      'Intolerance of naproxen and of etodolac: heartburn, nausea',
    ]);
    sheet.heading('TREATMENT PLAN');
    sheet.list([
      'Continue the home exercise program; the log is to be brought to each visit.',
      'No further anti-inflammatory tablets. Continue acetaminophen 650 mg.',
      'Lidocaine patch 4 percent, one a day over the sore area, #30.',
      'Referred to physical medicine for one consultation.',
      'If progress stalls, a short course of acupuncture will be considered because tablets are poorly tolerated.',
      'Return on 08/30/2016.',
    ]);
    sheet.heading('FUNCTION SINCE THE LAST REPORT');
    sheet.table(
      [3, 2, 2],
      [
        ['Activity', '07/26/2016', '08/16/2016'],
        ['Sitting before a break is needed', '20 minutes', '40 minutes'],
        ['Walking', '30 minutes', '45 minutes'],
        ['Lifting from the waist', '8 pounds', '15 pounds'],
        ['Nights with broken sleep in a week', '5', '3'],
      ],
    );
    progressEnd(
      sheet,
      [
        'Modified work from 08/16/2016 through 08/30/2016: lifting to 15 pounds, no repeated bending or twisting.',
        'Regular work is expected in four to six weeks.',
      ],
      '08/17/2016',
    );
  });
