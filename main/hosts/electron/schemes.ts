import type { Protocol, Session } from 'electron';
import type { Backend } from '../../app/backend/backend.ts';
import { readPageFile } from '../../app/backend/page-files.ts';
import { parsePictureRequest } from '../../app/backend/picture-request.ts';
import { SECURITY_HEADERS } from '../../app/backend/security-policy.ts';

/** Where the page comes from. */
export const PAGE_ORIGIN = 'app://desk';

/** A page that stands in for one that crashed, and what its two links mean. */
export const STOPPED = `${PAGE_ORIGIN}/stopped.html`;
export const RESTART = `${PAGE_ORIGIN}/restart`;
export const QUIT = `${PAGE_ORIGIN}/quit`;

/** It needs no script and no style, and holds no word of a record. */
const STOPPED_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>IMR Desk</title>
<h1>The window of IMR Desk stopped working</h1>
<p>It was loaded again once and stopped again. What was written more than a second before is in the vault.</p>
<p><a href="${RESTART}">Start IMR Desk again</a></p>
<p><a href="${QUIT}">Quit</a></p>
</html>
`;

/** Before Electron is ready: `app:` is the page's own origin, `page:` gives pictures of pages. */
export const registerSchemes = (protocol: Protocol): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'page', privileges: { standard: true, secure: true } },
  ]);

const nothing = (): Response => new Response(null, { status: 404, headers: SECURITY_HEADERS });

const pageFile = async (rendererDir: string, { host, pathname }: URL): Promise<Response> => {
  if (`app://${host}${pathname}` === STOPPED)
    return new Response(STOPPED_PAGE, { headers: { ...SECURITY_HEADERS, 'content-type': 'text/html; charset=utf-8' } });
  const file = host === 'desk' ? await readPageFile(rendererDir, pathname) : null;
  return file === null
    ? nothing()
    : new Response(file.bytes, {
        headers: { ...SECURITY_HEADERS, 'content-type': file.type, 'cache-control': file.cacheControl },
      });
};

/** `page://<case>/<page>?width=<pixels>`; another origin than the page's, so it says that it may be shown there. */
const picture = async (backend: Backend, { host, pathname, searchParams }: URL): Promise<Response> => {
  const request = parsePictureRequest(host, pathname.slice(1), searchParams.get('width'));
  const reply = request === null ? null : await backend.picture(request);
  if (reply === null || !reply.ok) return nothing();
  return new Response(new Uint8Array(reply.value), {
    headers: {
      ...SECURITY_HEADERS,
      'content-type': 'image/png',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
};

/** Answers both schemes in this session. */
export const handleSchemes = (session: Session, rendererDir: string, backend: Backend): void => {
  session.protocol.handle('app', ({ url }) => pageFile(rendererDir, new URL(url)));
  session.protocol.handle('page', ({ url }) => picture(backend, new URL(url)));
};
