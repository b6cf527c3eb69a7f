import { useEffect, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { CaseVerification, VerifiedPart } from '../../../shared/verification.ts';
import { closeOverlay, useAppView } from '../../commands/app-view.ts';
import { useJob } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import { ProgressBar, percentOf } from '../../ui/progress.tsx';
import './verify.css';

type Found = {
  readonly isSound: boolean;
  readonly parts: readonly VerifiedPart[];
  readonly cases: readonly CaseVerification[];
};

const Parts = ({ parts }: { readonly parts: readonly VerifiedPart[] }) => (
  <ul className="verified-parts">
    {parts.map(({ part, isSound, said }) => (
      <li key={`${part} ${said}`} className={`verified-part ${isSound ? 'safe' : 'block'}`}>
        <Icon name={isSound ? 'check' : 'blocked'} />
        <span>
          <span className="visually-hidden">{isSound ? 'Sound:' : 'Not sound:'} </span>
          {said}
        </span>
      </li>
    ))}
  </ul>
);

const OneCase = ({ verified: { caseNumber, isSound, parts } }: { readonly verified: CaseVerification }) => (
  <section className="verified-case" aria-label={caseNumber || 'Case without number'}>
    <h3 className="row">
      <span className="strong spread">{caseNumber || 'No number yet'}</span>
      <Pill tone={isSound ? 'safe' : 'block'}>{isSound ? 'Sound' : 'Not sound'}</Pill>
    </h3>
    <Parts parts={parts} />
  </section>
);

const Result = ({ found: { isSound, parts, cases } }: { readonly found: Found }) => (
  <>
    <p className={`lead ${isSound ? '' : 'due block'}`} role="status">
      {isSound ? 'Everything that was checked is sound.' : 'Not everything is sound.'}
    </p>
    {parts.length > 0 ? <Parts parts={parts} /> : null}
    {/* What is not sound stands first. */}
    {[...cases]
      .sort((a, b) => Number(a.isSound) - Number(b.isSound))
      .map((verified) => (
        <OneCase key={verified.caseId} verified={verified} />
      ))}
  </>
);

/** Begins at once, as whoever opens it has asked for it. */
const Verifying = ({ caseId }: { readonly caseId: CaseId | null }) => {
  const [found, setFound] = useState<Found | null>(null);
  const one = useJob('case.verify');
  const all = useJob('vault.verify');
  const { start: startOne } = one;
  const { start: startAll, cancel } = all;
  useEffect(() => {
    const verify = async (): Promise<void> => {
      if (caseId !== null) {
        const reply = await startOne({ caseId }, 'Verifying the case');
        if (reply.ok) setFound({ isSound: reply.value.isSound, parts: [], cases: [reply.value] });
        return;
      }
      const reply = await startAll({}, 'Verifying the vault');
      if (reply.ok) setFound(reply.value);
    };
    void verify();
  }, [caseId, startOne, startAll]);
  if (found !== null) return <Result found={found} />;
  const { done = 0, total = 0 } = all.job ?? {};
  return (
    <div className="stack" role="status">
      <p>Reading every page, every change, and every original.</p>
      {total > 0 ? (
        <ProgressBar percent={percentOf(done, total)} label={`${String(done)} of ${String(total)} cases`} />
      ) : null}
      {caseId === null ? (
        <div>
          <Button onPress={cancel}>Stop</Button>
        </div>
      ) : null}
    </div>
  );
};

/** What was checked of the files of a case, or of the whole vault, and what was found. */
export const VerifyDialog = () => {
  const isOpen = useAppView((view) => view.overlay === 'verify');
  const caseId = useAppView((view) => view.verifying);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closeOverlay}
      title={caseId === null ? 'Verify the vault' : 'Verify this case'}
      size="medium"
    >
      <div className="stack verify">{isOpen ? <Verifying caseId={caseId} /> : null}</div>
    </Dialog>
  );
};
