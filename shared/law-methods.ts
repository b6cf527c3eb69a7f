import { z } from 'zod';
import { Clock } from './clocks.ts';
import { HolidayList } from './holidays.ts';
import { done, inCase, none, query, vaultCommand } from './method.ts';
import { ListedRule, Rule } from './rule.ts';

/** The part of the contract about the law that letters are held to. */
export const lawMethods = {
  /** Every rule: those that are shipped, then the organisation's own. */
  'rule.list': query(none, z.array(ListedRule)),
  /** Adds or changes a rule of the organisation's; an empty id makes a new one. Refuses with `usage` one from memory. */
  'rule.save': vaultCommand(z.strictObject({ rule: Rule }), ListedRule),
  /** The clocks of a case, each with the rule that it runs by. */
  'clock.list': query(inCase, z.array(Clock)),
  /** The holidays that came along, with how sure they are. */
  'clock.holidays': query(none, HolidayList),
  'rule.remove': vaultCommand(z.strictObject({ id: z.string() }), done),
};
