import { markWords } from './mark-words.ts';
import { joinNeighbours } from './matches.ts';
import type { Hit } from './matches.ts';
import type { Search } from './use-search.ts';

type Props = {
  readonly id: string;
  readonly search: Search;
  readonly active: number;
  readonly onOpen: (index: number) => void;
  readonly nameOf: (hit: Hit) => string;
};

const Snippet = ({ text, query }: { readonly text: string; readonly query: string }) =>
  markWords(text, query).map((piece, index) =>
    piece.isHit ? (
      <mark key={index} className="hit">
        {piece.text}
      </mark>
    ) : (
      <span key={index}>{piece.text}</span>
    ),
  );

/** The pages that a search found, best first, with the words around the first match. */
export const SearchResults = ({ id, search, active, onOpen, nameOf }: Props) => (
  <div className="search-results" onMouseDown={(event) => event.preventDefault()}>
    <p className="search-count small quiet" role="status">
      {search.error ??
        (search.total === 0
          ? `No page has “${search.asked}”.`
          : `${String(search.matches.length)} matches on ${String(search.total)} ${search.total === 1 ? 'page' : 'pages'}`)}
    </p>
    {search.hits.length === 0 ? null : (
      <ul id={id} role="listbox" aria-label="Search results" className="search-list">
        {search.hits.map((hit, index) => (
          <li
            key={hit.pageId}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === active}
            className="search-hit"
            onClick={() => onOpen(index)}
          >
            <span className="row">
              <span className="strong ellipsis spread">{nameOf(hit)}</span>
              <span className="small quiet">{joinNeighbours(hit.matches).length / 2}</span>
            </span>
            <span className="search-snippet">
              <Snippet text={hit.snippet} query={search.asked} />
            </span>
          </li>
        ))}
      </ul>
    )}
  </div>
);
