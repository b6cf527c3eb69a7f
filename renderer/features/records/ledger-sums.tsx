import { Fragment } from 'react';
import type { IntakeState, IntakeTotals } from '../../../shared/record.ts';
import { showLedger, openByEye } from '../../data/workspace-state.ts';

const inWords = (count: number): string => count.toLocaleString('en-US');

type TermProps = {
  readonly count: number;
  readonly name: string;
  readonly tone?: 'block' | 'warn' | undefined;
  readonly isOn?: boolean;
  readonly onPress?: (() => void) | undefined;
};

/** One number of a sum with what it counts; one that can be pressed shows those alone. */
const Term = ({ count, name, tone, isOn, onPress }: TermProps) => {
  const words = (
    <>
      <span className="term-count">{inWords(count)}</span> {name}
    </>
  );
  const look = `term ${count > 0 && tone ? tone : ''}`;
  if (!onPress || count === 0) return <span className={look}>{words}</span>;
  return (
    <button type="button" className={look} {...(isOn === undefined ? {} : { 'aria-pressed': isOn })} onClick={onPress}>
      {words}
    </button>
  );
};

const Sign = ({ children }: { readonly children: string }) => <span className="sign"> {children} </span>;

type Props = {
  readonly totals: IntakeTotals;
  readonly state: IntakeState | null;
  readonly onState: (state: IntakeState | null) => void;
};

/** Files given, as the sum of what became of them. Each term shows its files alone. */
const FileSum = ({ totals, state, onState }: Props) => {
  const terms: readonly (readonly [state: IntakeState, count: number, name: string, tone?: 'block' | 'warn'])[] = [
    ['imported', totals.imported, 'imported'],
    ['duplicate', totals.duplicate, 'already here'],
    ['failed', totals.failed, 'failed', 'block'],
    ['skipped', totals.skipped, 'skipped', 'warn'],
    ...(totals.waiting > 0 ? [['waiting', totals.waiting, 'waiting', 'warn'] as const] : []),
  ];
  return (
    <div className="sum" role="group" aria-label="Files">
      <Term
        count={totals.given}
        name={totals.given === 1 ? 'file given' : 'files given'}
        isOn={state === null}
        onPress={() => onState(null)}
      />
      {terms.map(([own, count, name, tone], index) => (
        <Fragment key={own}>
          <Sign>{index === 0 ? '=' : '+'}</Sign>
          <Term
            count={count}
            name={name}
            tone={tone}
            isOn={state === own}
            onPress={() => onState(state === own ? null : own)}
          />
        </Fragment>
      ))}
    </div>
  );
};

const toByEye = (): void => {
  showLedger(false);
  openByEye();
};

/**
 * Pages that the files have, as the sum of those that are here and those that could not be read; and what the former
 * still want.
 */
const PageSum = ({ totals }: { readonly totals: IntakeTotals }) => (
  <div className="sum" role="group" aria-label="Pages">
    <Term count={totals.pagesPromised} name={totals.pagesPromised === 1 ? 'page in them' : 'pages in them'} />
    <Sign>=</Sign>
    <Term count={totals.pagesStored} name="here" />
    <Sign>+</Sign>
    <Term count={totals.pagesFailed} name="could not be read" tone="block" />
    <span className="sum-note">
      of those here: <Term count={totals.pagesBlank} name="blank" />,{' '}
      <Term count={totals.pagesToRecognise} name="to recognise" tone="warn" />,{' '}
      <Term count={totals.pagesByEye} name="to read by eye" tone="warn" onPress={toByEye} />
    </span>
  </div>
);

/** The sums of the ledger: they add up, always. */
export const LedgerSums = (props: Props) => (
  <div className="sums">
    <FileSum {...props} />
    <PageSum totals={props.totals} />
  </div>
);
