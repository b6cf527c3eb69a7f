import { Input, SearchField } from 'react-aria-components';
import { KeyHint } from '../../ui/key-hint.tsx';

const ID = 'case-search';

export const focusCaseSearch = (): void => document.getElementById(ID)?.focus();

/** Narrows the list while one types. */
export const CaseSearch = ({
  words,
  onChange,
}: {
  readonly words: string;
  readonly onChange: (words: string) => void;
}) => (
  <SearchField className="top-search" aria-label="Find a case" value={words} onChange={onChange}>
    <Input id={ID} className="input" placeholder="Find a case" />
    {words === '' ? <KeyHint keys="Mod+F" /> : null}
  </SearchField>
);
