import { Refusal } from '../../../shared/reply.ts';
import { ListedRule, type Rule } from '../../../shared/rule.ts';
import { keepUnknownRows, parseStored, readStoredRows } from '../../../shared/stored-json.ts';
import type { App, HandlersOf } from '../backend/app.ts';

const SETTING = 'rules';

const stored = (app: App): unknown => parseStored(app.session.vault().setting(SETTING));

const ownRules = (app: App): ListedRule[] =>
  app.session.isUnlocked() ? readStoredRows(ListedRule, stored(app)).map((rule) => ({ ...rule, isOwn: true })) : [];

const shippedRules = (app: App): ListedRule[] => app.assets.rules.map((rule: Rule) => ({ ...rule, isOwn: false }));

/** The rules that letters are held to: the shipped ones, which nobody changes, and the organisation's own in the vault. */
export const ruleService = (app: App): HandlersOf<'rule'> => {
  const save = (rules: readonly ListedRule[]): void => {
    const rows = keepUnknownRows(ListedRule, stored(app), rules, ({ id }) => id);
    app.session.vault().saveSetting(SETTING, JSON.stringify(rows));
  };
  return {
    'rule.list': () => [...shippedRules(app), ...ownRules(app)],
    'rule.save': ({ rule }) => {
      if (shippedRules(app).some(({ id }) => id === rule.id))
        throw new Refusal('refused', 'This rule came with the application; add one of your own beside it.');
      const saved: ListedRule = { ...rule, id: rule.id === '' ? app.newId() : rule.id, isOwn: true };
      const own = ownRules(app);
      save(
        own.some(({ id }) => id === saved.id) ? own.map((one) => (one.id === saved.id ? saved : one)) : [...own, saved],
      );
      return saved;
    },
    'rule.remove': ({ id }) => {
      const own = ownRules(app);
      if (!own.some((rule) => rule.id === id)) throw new Refusal('not-found', 'This rule is no longer there.', { id });
      save(own.filter((rule) => rule.id !== id));
      return {};
    },
  };
};
