import type { IssuedLetter } from '../../../shared/issued-letter.ts';
import { Button } from '../../ui/button.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { Export } from './use-export.ts';

const whenOf = (at: string): string =>
  new Date(at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });

const Row = ({
  issued: { version, form, issuedAt, sha256, reason, isCurrent },
  letter,
}: {
  readonly issued: IssuedLetter;
  readonly letter: Export;
}) => (
  <li className="line-row beside-row">
    <span className="spread">
      Version {version} <span className="quiet">· {form} form</span>{' '}
      {isCurrent ? <Pill tone="safe">as the case stands</Pill> : null}
      <span className="small quiet beside-note">
        {whenOf(issuedAt)} · <span title={`SHA-256 of the Word file: ${sha256}`}>{sha256.slice(0, 8)}</span>
        {reason === '' ? '' : ` · ${reason}`}
      </span>
    </span>
    <Button
      variant="quiet"
      label={`Version ${String(version)} as Word`}
      isDisabled={letter.isRunning}
      onPress={() => void letter.runIssued(version, 'docx')}
    >
      Word
    </Button>
    <Button
      variant="quiet"
      label={`Version ${String(version)} as PDF`}
      isDisabled={letter.isRunning}
      onPress={() => void letter.runIssued(version, 'pdf')}
    >
      PDF
    </Button>
  </li>
);

/** The versions that were issued, each kept as it was. */
export const IssuedSection = ({
  issued,
  letter,
}: {
  readonly issued: readonly IssuedLetter[];
  readonly letter: Export;
}) =>
  issued.length === 0 ? null : (
    <div role="group" aria-label="Issued versions" className="stack-tight">
      <h3 className="overline">Issued, kept unchanged</h3>
      <ol className="line-list">
        {issued.toReversed().map((one) => (
          <Row key={one.version} issued={one} letter={letter} />
        ))}
      </ol>
    </div>
  );
