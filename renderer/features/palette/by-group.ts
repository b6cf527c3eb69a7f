import type { Action } from '../../commands/registry.ts';

/** Actions under their group's name, groups and members in the order in which they were first met. */
export const byGroup = (actions: readonly Action[]): [group: string, members: Action[]][] => {
  const groups = new Map<string, Action[]>();
  for (const action of actions) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  return [...groups];
};
