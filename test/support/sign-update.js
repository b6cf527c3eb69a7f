import { createHash, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sealedText } from '../../main/app/backend/check-update.ts';

/** `npm run sign-update -- FILE KEY.pem`: writes FILE.sig with the maker's Ed25519 key, for the version of package.json. */
const [file, key] = process.argv.slice(2);
if (file === undefined || key === undefined) {
  console.error('npm run sign-update -- FILE KEY.pem');
  process.exit(2);
}
const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
const signature = sign(null, sealedText(basename(file), version, sha256), readFileSync(key)).toString('base64');
writeFileSync(`${file}.sig`, `${JSON.stringify({ version, sha256, signature }, null, 2)}\n`);
console.log(`${file}.sig: version ${version}, sha256 ${sha256}`);
