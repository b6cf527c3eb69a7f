import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ToldDraft } from '../../reading/visits/told-draft.ts';

/**
 * Drafts of some pages repeat themselves: packed they take a tenth of the memory and of the time to be kept and read
 * back.
 */
export const packDrafts = (drafts: readonly ToldDraft[]): string =>
  drafts.length === 0 ? '' : deflateRawSync(JSON.stringify(drafts), { level: 1 }).toString('base64');

/** Several packs as one. */
export const joinPacks = (packs: readonly string[]): string => packs.filter((pack) => pack !== '').join(' ');

/** What {@link packDrafts} and {@link joinPacks} put together; earlier versions kept plain JSON. */
export const unpackDrafts = (packs: string): ToldDraft[] =>
  packs.startsWith('[')
    ? (JSON.parse(packs) as ToldDraft[])
    : packs
        .split(' ')
        .filter((pack) => pack !== '')
        .flatMap((pack) => JSON.parse(inflateRawSync(Buffer.from(pack, 'base64')).toString()) as ToldDraft[]);
