import { CHECK_LIST } from '../../shared/check-list.ts';
import type { CheckName } from '../../shared/check-list.ts';
import { RulesButton } from './rules-button.tsx';

/** Opens the rules behind a check. */
export const RulesOfCheck = ({ check }: { readonly check: number }) => {
  const name = (Object.keys(CHECK_LIST) as CheckName[]).find((one) => CHECK_LIST[one].number === check);
  return name === undefined ? null : (
    <RulesButton
      label={`The rule behind check ${String(check)}`}
      title={`Check ${String(check)}: ${CHECK_LIST[name].title}`}
      isOf={({ checks }) => checks.includes(name)}
    />
  );
};
