import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_SECURITY_POLICY } from '../../main/app/backend/security-policy.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('the content security policy', () => {
  it('allows nothing that it does not name, and no other place', () => {
    expect(CONTENT_SECURITY_POLICY).toContain(`default-src 'none'`);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
  });

  it('names the style that the installed react-aria writes', () => {
    const source = readFileSync(join(ROOT, 'node_modules/react-aria/dist/private/interactions/usePress.mjs'), 'utf8');
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)![1]!;
    const style = /style\.textContent = `([^`]*)`\.trim\(\)/
      .exec(source)![1]!
      .replace(/\$\{[^}]*\}/, attribute)
      .trim();
    expect(CONTENT_SECURITY_POLICY).toContain(createHash('sha256').update(style).digest('base64'));
  });
});
