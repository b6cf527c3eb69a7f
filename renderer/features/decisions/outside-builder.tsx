import { useState } from 'react';
import { Form } from 'react-aria-components';
import { blankCitation, lackOfCitation, OUTSIDE_FIELDS, writeCitation } from '../../../shared/outside-citation.ts';
import type { OutsideCitation, OutsideKind } from '../../../shared/outside-citation.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

const KINDS: readonly (readonly [OutsideKind, string])[] = [
  ['guideline', 'A guideline'],
  ['study', 'A study'],
];

type BuilderProps = {
  readonly start: OutsideCitation;
  readonly onTake: (words: string) => void;
  readonly onClose: () => void;
};

const Fields = ({ start, onTake, onClose }: BuilderProps) => {
  const [citation, setCitation] = useState(start);
  const values: Readonly<Record<string, string>> = citation;
  const words = writeCitation(citation);
  const lack = lackOfCitation(citation);
  return (
    <Form
      className="stack-tight"
      aria-label={citation.kind === 'study' ? 'Citation of a study' : 'Citation of a guideline'}
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== '') onTake(words);
      }}
    >
      <div className="guideline-fields">
        {Object.entries(OUTSIDE_FIELDS[citation.kind]).map(([field, name], index) => (
          <TextField
            key={field}
            label={name}
            value={values[field] ?? ''}
            onChange={(value) => setCitation((now) => ({ ...now, [field]: value }))}
            autoFocus={index === 0}
          />
        ))}
      </div>
      {words === '' ? null : <p className="printed-words">{words}</p>}
      {words === '' || lack.length === 0 ? null : (
        <p className="small quiet">Not given: {lack.join(', ').toLowerCase()}.</p>
      )}
      <div className="row end">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" isDisabled={words === ''}>
          Cite it
        </Button>
      </div>
    </Form>
  );
};

/** Builds a citation outside the MTUS by its kind: the parts of a guideline, or those of a study. */
export const OutsideBuilder = ({ onTake }: { readonly onTake: (words: string) => void }) => {
  const [kind, setKind] = useState<OutsideKind | null>(null);
  if (kind === null)
    return (
      <div className="row">
        {KINDS.map(([id, name]) => (
          <Button key={id} variant="quiet" icon="plus" onPress={() => setKind(id)}>
            {name}
          </Button>
        ))}
      </div>
    );
  return (
    <Fields
      start={blankCitation(kind)}
      onClose={() => setKind(null)}
      onTake={(words) => {
        onTake(words);
        setKind(null);
      }}
    />
  );
};
