import type { Protocol, Session } from 'electron';
import type { Backend } from '../../app/backend/backend.ts';
import { readPageFile } from '../../app/backend/page-files.ts';
import { parsePictureRequest } from '../../app/backend/picture-request.ts';
import { SECURITY_HEADERS } from '../../app/backend/security-policy.ts';

/** Where the page comes from. */
export const PAGE_ORIGIN = 'app://desk';

/** Before Electron is ready: `app:` is the page's own origin, `page:` gives pictures of pages. */
export const registerSchemes = (protocol: Protocol): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'page', privileges: { standard: true, secure: true } },
  ]);

const nothing = (): Response => new Response(null, { status: 404, headers: SECURITY_HEADERS });

const pageFile = async (rendererDir: string, { host, pathname }: URL): Promise<Response> => {
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
