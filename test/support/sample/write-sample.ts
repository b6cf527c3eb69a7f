import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURED_FILES, TYPED_FILES } from './sample-files.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'assets', 'sample-case', 'records');

// One after the other: the encrypted file borrows the platform's source of random bytes.
mkdirSync(folder, { recursive: true });
for (const { name, write } of [...TYPED_FILES, ...PICTURED_FILES]) {
  const bytes = await write();
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}  ${bytes.length} bytes`);
}
