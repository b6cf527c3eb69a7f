import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { SearchResults } from './search-results.tsx';
import { openMatch, useSearch } from './use-search.ts';

type Props = { readonly caseId: CaseId; readonly pages: number };

/** Searches the words of every page; Enter opens the best one at its words, F3 goes on to the next match. */
export const SearchBox = ({ caseId, pages }: Props) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [at, setAt] = useState(-1);
  const search = useSearch(caseId, words);
  const sourceLabel = useSourceLabel(caseId);

  const goTo = (index: number): void => {
    const match = search.matches[(index + search.matches.length) % Math.max(search.matches.length, 1)];
    if (!match) return;
    setAt((index + search.matches.length) % search.matches.length);
    openMatch(match);
  };
  const open = (index: number): void => {
    const hit = search.hits[index];
    if (!hit) return;
    setActive(index);
    setOpen(false);
    goTo(search.matches.findIndex(({ record, page }) => record === hit.record && page === hit.page));
  };
  const type = (text: string): void => {
    setWords(text);
    setActive(0);
    setAt(-1);
    setOpen(text.trim() !== '');
  };
  const leave = (): void => (isOpen ? setOpen(false) : type(''));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (isOpen ? setActive(Math.min(active + 1, search.hits.length - 1)) : setOpen(words !== '')),
    ArrowUp: () => setActive(Math.max(active - 1, 0)),
    Enter: () => open(active),
    Escape: leave,
  };
  const strike = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const actions: readonly Action[] = [
    {
      id: 'search.find',
      label: 'Search the records',
      menu: 'edit',
      group: 'Search',
      keywords: 'find words',
      keys: ['Mod+F'],
      perform: () => input.current?.select(),
    },
    {
      id: 'search.next',
      label: 'Next match',
      group: 'Search',
      keys: ['F3'],
      isEnabled: search.matches.length > 0,
      perform: () => goTo(at + 1),
    },
    {
      id: 'search.previous',
      label: 'Previous match',
      group: 'Search',
      keys: ['Shift+F3'],
      isEnabled: search.matches.length > 0,
      perform: () => goTo(at < 0 ? -1 : at - 1),
    },
  ];
  useActions(actions);
  const showsResults = isOpen && search.asked !== '';

  return (
    <div className="search-box" role="search">
      <input
        ref={input}
        className="input search-input"
        type="search"
        role="combobox"
        aria-label="Search the records"
        aria-expanded={showsResults}
        aria-autocomplete="list"
        aria-keyshortcuts="Control+F"
        {...(showsResults && search.hits.length > 0
          ? { 'aria-controls': `${id}-hits`, 'aria-activedescendant': `${id}-hits-${String(active)}` }
          : {})}
        placeholder={`Search ${pages.toLocaleString('en-US')} pages`}
        value={words}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onKeyDown={strike}
        onFocus={() => setOpen(words.trim() !== '')}
        onBlur={() => setOpen(false)}
      />
      {words === '' ? (
        <KeyHint keys="Mod+F" />
      ) : at >= 0 ? (
        <span className="search-at small quiet">
          {at + 1} of {search.matches.length}
        </span>
      ) : null}
      {showsResults ? (
        <SearchResults id={`${id}-hits`} search={search} active={active} onOpen={open} nameOf={sourceLabel} />
      ) : null}
    </div>
  );
};
