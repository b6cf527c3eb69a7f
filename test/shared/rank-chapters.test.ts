import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GuidelineTable } from '../../shared/guideline.ts';
import { rankChapters } from '../../shared/rank-chapters.ts';

const FILE = join(import.meta.dirname, '..', '..', 'assets', 'guidelines', 'mtus.json');
const { rows } = GuidelineTable.parse(JSON.parse(readFileSync(FILE, 'utf8')));
const firstOf = (heading: string): string => rankChapters(rows, heading)[0]!.chapter;

describe('chapters of the guidelines', () => {
  it.each([
    ['MRI of the right shoulder without contrast', /shoulder/i],
    ['Physical therapy for the lumbar spine, 6 visits', /low back/i],
    ['Acupuncture for the lumbar spine, 6 visits', /acupuncture/i],
    ['Cervical epidural steroid injection', /neck|cervical/i],
    ['Left knee arthroscopy', /knee/i],
    ['Tramadol 50 mg #60', /opioid/i],
    ['Gabapentin 600 mg #90', /chronic pain/i],
  ])('begin with what %s is about', (heading, chapter) => {
    expect(firstOf(heading)).toMatch(chapter);
  });

  it('are all there, and in their order where nothing is nearer', () => {
    expect(rankChapters(rows, 'Home health aide')).toEqual(rows);
    expect(rankChapters(rows, 'MRI of the left knee')).toHaveLength(rows.length);
  });
});
