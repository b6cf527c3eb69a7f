import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_FILES } from './sample-files.ts';

const root = join(import.meta.dirname, '..', '..', '..', 'assets', 'sample-case');

// One after the other: the encrypted file borrows the platform's source of random bytes.
for (const { folder, name, write } of SAMPLE_FILES) {
  const bytes = await write();
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, name), bytes);
  console.log(`${folder}/${name}  ${bytes.length} bytes`);
}
