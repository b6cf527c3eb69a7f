/** The revision that was shown, and which later ones whoever was shown it has made: those overwrite nothing. */
export type SeenRevision = { readonly revision: number; readonly isOwn: (revision: number) => boolean };
