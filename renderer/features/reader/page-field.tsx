import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';

type Props = { readonly page: number; readonly count: number; readonly onGo: (page: number) => void };

/** The page that is shown, of how many; a number typed and Enter goes there. */
export const PageField = ({ page, count, onGo }: Props) => {
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = Number.parseInt(typed ?? '', 10);
    setTyped(null);
    if (wanted >= 1 && wanted <= count) onGo(wanted);
  };
  return (
    <TextField
      className="page-field"
      value={typed ?? String(page)}
      onChange={setTyped}
      onBlur={() => setTyped(null)}
      inputMode="numeric"
      onKeyDown={(event) => (event.key === 'Enter' ? go() : event.continuePropagation())}
      aria-label={`Page, of ${String(count)}`}
    >
      <Label className="visually-hidden">Page</Label>
      <span aria-hidden="true">Page</span>
      <Input className="input page-input" onFocus={(event) => event.currentTarget.select()} />
      <span aria-hidden="true">of {count}</span>
    </TextField>
  );
};
