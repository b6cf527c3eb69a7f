import { assertNever } from '../../../shared/assert-never.ts';
import type { Mend } from '../../../shared/check.ts';
import type { ItemId, SentenceId } from '../../../shared/ids.ts';
import { Decision, type Item } from '../../../shared/item.ts';
import { foldSpace, type LetterForm } from '../../../shared/letter.ts';
import type { ItemPart } from '../../../shared/part.ts';
import { Refusal } from '../../../shared/reply.ts';
import { buildStatement, parseStatement } from '../../letters/build-statement.ts';
import { parsePartial } from '../../letters/items/partial-request.ts';
import { reconcileSentences } from '../../reading/reconcile-sentences.ts';
import type { WriteCase } from '../../store/case-file.ts';
import { listItems, writeItems } from '../../store/items.ts';
import { listSentences, writeSentences } from '../../store/sentences.ts';
import type { App } from '../backend/app.ts';
import { readGuidelines } from './read-guidelines.ts';
import { EMPTY_ITEM } from './item-service.ts';

const GONE = 'The words that this mend is for have changed; look at the finding again.';

const change = (text: string, { from, to }: Mend): string => {
  if (from === '') return foldSpace(text) === '' ? to : `${text.trimEnd()} ${to}`;
  if (!text.includes(from)) throw new Refusal('refused', GONE);
  return text.replace(from, () => to);
};

const mendStatement = (app: App, item: Item, side: 'claims' | 'reviewer', form: LetterForm, mend: Mend): Item => {
  const printed = buildStatement(item[side], form, side, app.assets.forms, readGuidelines(app).rows).text;
  const text = change(printed, mend);
  return {
    ...item,
    [side]: item[side].form === 'typed' ? { form: 'typed', text } : parseStatement(text, form, side, app.assets.forms),
  };
};

const mendPart = (app: App, item: Item, part: ItemPart['name'], form: LetterForm, mend: Mend): Item => {
  switch (part) {
    case 'heading': {
      const heading = change(item.heading, mend);
      return { ...item, heading, partial: item.partial === null ? null : (parsePartial(heading) ?? item.partial) };
    }
    case 'rationale':
      return { ...item, rationale: change(item.rationale, mend) };
    case 'decision':
      return { ...item, decision: Decision.safeParse(mend.to).data ?? item.decision };
    case 'claimsGuideline':
      return mendStatement(app, item, 'claims', form, mend);
    case 'reviewerGuideline':
      return mendStatement(app, item, 'reviewer', form, mend);
    default:
      return assertNever(part);
  }
};

const mendSummary = (app: App, write: WriteCase, mend: Mend): void => {
  const sentences = listSentences(write);
  const text = change(foldSpace(sentences.map((sentence) => sentence.text).join(' ')), mend);
  writeSentences(
    write,
    reconcileSentences(sentences, text, () => app.newId() as SentenceId),
  );
};

/** Makes the change in the case; refuses with `refused` where its words are no longer there. */
export const applyMend = (app: App, write: WriteCase, form: LetterForm, mend: Mend): void => {
  const { part } = mend;
  if (part.kind === 'summary') return mendSummary(app, write, mend);
  const items = listItems(write);
  if (part.kind === 'items')
    return writeItems(write, [...items, { ...EMPTY_ITEM, heading: mend.to, id: app.newId() as ItemId }]);
  if (part.kind !== 'item' || items[part.item] === undefined) throw new Refusal('refused', GONE);
  writeItems(
    write,
    items.map((item, at) => (at === part.item ? mendPart(app, item, part.name, form, mend) : item)),
  );
};
