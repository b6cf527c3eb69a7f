import { useState } from 'react';
import type { Decision } from '../../../shared/item.ts';
import type { Snippet } from '../../../shared/snippet.ts';

/** The name of a snippet as it is being typed behind a full stop, and where it stands. */
export type DotPhrase = { readonly start: number; readonly end: number; readonly name: string };

/** The dot phrase that ends at the cursor; a full stop at the end of a sentence begins none. */
export const dotPhraseAt = (text: string, cursor: number): DotPhrase | null => {
  const match = /(?<=^|[\s(“"])\.([a-z0-9-]*)$/u.exec(text.slice(0, cursor));
  return match === null ? null : { start: match.index, end: cursor, name: match[1] ?? '' };
};

const fits = ({ decision }: Snippet, decided: Decision | null): boolean =>
  decision === null || decided === null || decision === decided;

/** Snippets for the decision, those whose name begins so first; those for the other decision are not offered. */
export const offerSnippets = (snippets: readonly Snippet[], name: string, decided: Decision | null): Snippet[] =>
  snippets
    .filter((one) => fits(one, decided) && one.name.includes(name))
    .sort((a, b) => Number(b.name.startsWith(name)) - Number(a.name.startsWith(name)));

export type DotPhraseState = {
  readonly offered: readonly Snippet[];
  readonly at: number;
  /** True when the key was one for the list. */
  readonly strike: (event: KeyboardEvent) => boolean;
};

/** The list of snippets that goes with a dot phrase, walked by the arrows, taken by Enter or Tab, left by Escape. */
export const useDotPhrase = (
  phrase: DotPhrase | null,
  snippets: readonly Snippet[],
  decided: Decision | null,
  take: (snippet: Snippet) => void,
): DotPhraseState => {
  const [pointed, setPointed] = useState({ name: '', at: 0 });
  const [left, setLeft] = useState<number | null>(null);
  const offered =
    phrase === null || phrase.start === left ? [] : offerSnippets(snippets, phrase.name, decided).slice(0, 6);
  const at = phrase !== null && pointed.name === phrase.name ? Math.min(pointed.at, offered.length - 1) : 0;
  const strike = ({ key, shiftKey, isComposing }: KeyboardEvent): boolean => {
    const current = offered[at];
    if (phrase === null || current === undefined || isComposing) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp')
      setPointed({ name: phrase.name, at: (at + (key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length });
    else if (key === 'Enter' || (key === 'Tab' && !shiftKey)) take(current);
    else if (key === 'Escape') setLeft(phrase.start);
    else return false;
    return true;
  };
  return { offered, at, strike };
};
