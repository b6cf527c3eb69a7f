import { CHIROPRACTIC, CHIROPRACTOR, WORKER } from '../people.ts';
import { writeDocx, type DocxPart } from '../write-docx.ts';

const visit = (
  number: string,
  date: string,
  soap: readonly [s: string, o: string, a: string, p: string],
): DocxPart[] => [
  { kind: 'subheading', text: `Visit ${number}    Date: ${date}` },
  { kind: 'text', text: `S: ${soap[0]}` },
  { kind: 'text', text: `O: ${soap[1]}` },
  { kind: 'text', text: `A: ${soap[2]}` },
  { kind: 'text', text: `P: ${soap[3]}` },
];

const signed = (date: string): DocxPart => ({ kind: 'text', text: `${CHIROPRACTOR}   e-signed ${date}` });

/** Four chiropractic visits in one document. */
export const chiropracticNotes = (): Promise<Uint8Array> =>
  writeDocx(
    {
      header: `${CHIROPRACTIC.name}   ${CHIROPRACTIC.phone}   ${WORKER.lastFirst}   DOB ${WORKER.born}`,
      footer: 'Chiropractic treatment notes   printed 09/26/2016',
      made: '2016-08-15',
    },
    [
      { kind: 'heading', text: 'Chiropractic Treatment Notes' },
      {
        kind: 'text',
        text: `Patient: ${WORKER.name}    Date of injury: 07/11/2016    Authorized: 4 visits    Referred by: Dr. Placeholder`,
      },
      ...visit('1 of 4', '08/03/2016', [
        'She began chiropractic care today for low back pain of 6/10, left more than right, since a lift at work. Two anti-inflammatory drugs upset her stomach. Physical therapy is nearly done and has helped her sit longer.',
        'Lumbar flexion 45 degrees. Left sacroiliac and L5 segments move less. Paravertebral muscles tender on the left. Straight leg raise negative. Kemp test gives local pain only. Motor 5/5, reflexes +2, sensation normal.',
        'Lumbar strain with joint restriction. No sign of nerve root irritation.',
        'Adjustment of L5 and the left sacroiliac joint, soft tissue work 8 minutes. Three more visits.',
      ]),
      signed('08/03/2016'),
      ...visit('2 of 4', '08/08/2016', [
        'Better until the next morning, then as before. 5/10.',
        'Flexion 48 degrees. Left L5 still restricted.',
        'Slow progress.',
        'As before. Advised to keep walking at lunch.',
      ]),
      signed('08/08/2016'),
      { kind: 'pageBreak' },
      ...visit('3 of 4', '08/11/2016', [
        'Sore after a longer shift on 08/10/2016. 6/10 today. Home exercises done four times since the last visit.',
        'Flexion 45 degrees. No spasm. Neurologic check unchanged.',
        'Short relief after each adjustment.',
        'Adjustment and soft tissue work. Bench height at work discussed.',
      ]),
      signed('08/11/2016'),
      ...visit('4 of 4', '08/15/2016', [
        'She stated that each adjustment helped for about one day and that the pain then came back to 5/10.',
        'Flexion 50 degrees with pain at the end. Tender left paravertebral muscles. Motor, reflexes and sensation normal.',
        'Four visits done. Relief did not last.',
        'Released from chiropractic care to the treating physician. No further visits asked for. Keep up the home program.',
      ]),
      signed('08/15/2016'),
      {
        kind: 'table',
        rows: [
          ['Date', 'Pain before', 'Pain after', 'Flexion'],
          ['08/03/2016', '6/10', '4/10', '45'],
          ['08/08/2016', '5/10', '3/10', '48'],
          ['08/11/2016', '6/10', '4/10', '45'],
          ['08/15/2016', '5/10', '3/10', '50'],
        ],
      },
    ],
  );
