import type { FileToken } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { Offer } from './backend.ts';

type Source = Extract<Offer, { readonly kind: 'path' | 'bytes' }>;
type Target = Extract<Offer, { readonly kind: 'target' | 'download' }>;

/** The files that the host was given and the places it was told to write to, by token. */
export type Offers = {
  readonly add: (offers: readonly Offer[]) => FileToken[];
  /** Refuses with `not-found`. */
  readonly source: (token: FileToken) => Source;
  readonly target: (token: FileToken) => Target;
  readonly forget: (token: FileToken) => void;
  readonly keepDownload: (token: FileToken, name: string, bytes: Uint8Array) => void;
  readonly take: (token: FileToken) => { readonly name: string; readonly bytes: Uint8Array } | null;
};

export const newOffers = (newId: () => string): Offers => {
  const offers = new Map<FileToken, Offer>();
  const downloads = new Map<FileToken, { readonly name: string; readonly bytes: Uint8Array }>();
  const find = (token: FileToken): Offer => {
    const offer = offers.get(token);
    if (offer === undefined) throw new Refusal('not-found', 'This file is no longer at hand; choose it again.');
    return offer;
  };
  return {
    add: (given) =>
      given.map((offer) => {
        const token = newId() as FileToken;
        offers.set(token, offer);
        return token;
      }),
    source: (token) => {
      const offer = find(token);
      if (offer.kind === 'path' || offer.kind === 'bytes') return offer;
      throw new Refusal('usage', 'This token stands for a place to write to, not for a file.');
    },
    target: (token) => {
      const offer = find(token);
      if (offer.kind === 'target' || offer.kind === 'download') return offer;
      throw new Refusal('usage', 'This token stands for a file, not for a place to write to.');
    },
    forget: (token) => offers.delete(token),
    keepDownload: (token, name, bytes) => downloads.set(token, { name, bytes }),
    take: (token) => {
      const download = downloads.get(token) ?? null;
      downloads.delete(token);
      return download;
    },
  };
};
