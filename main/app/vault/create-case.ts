import { Refusal } from '../../../shared/reply.ts';
import type { CaseFacts } from '../../../shared/case.ts';
import type { CaseId, ItemId, SentenceId } from '../../../shared/ids.ts';
import { Decision, type Item } from '../../../shared/item.ts';
import { foldSpace, type Letter, type LetterItem } from '../../../shared/letter.ts';
import { formOf } from '../../letters/letter-forms.ts';
import { reconcileSentences } from '../../reading/reconcile-sentences.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { writeFacts } from '../../store/facts.ts';
import { writeItems } from '../../store/items.ts';
import { writeSentences } from '../../store/sentences.ts';
import type { App } from '../backend/app.ts';
import { EMPTY_ITEM } from '../letter/item-service.ts';
import { credentialNames, readSettings } from './settings-service.ts';

const itemOf = (app: App, item: LetterItem): Item => ({
  ...EMPTY_ITEM,
  id: app.newId() as ItemId,
  heading: item.heading,
  decision: Decision.safeParse(item.decision).data ?? null,
  claims: { form: 'typed', text: item.claimsGuideline },
  reviewer: { form: 'typed', text: item.reviewerGuideline },
  rationale: item.rationale,
});

const factsOf = (app: App, letter: Letter, origin: CaseFacts['origin']): Partial<CaseFacts> => {
  const settings = readSettings(app);
  const own = {
    form: formOf(app.assets.forms, letter.form === '' ? settings.letterForm : letter.form).form,
    organisation: letter.organisation,
    guidelineLabel: letter.guidelineLabel,
    header: letter.header,
    reviewer: letter.reviewer,
    origin,
  };
  if (origin === 'published-letter') return own;
  return {
    ...own,
    organisation: letter.organisation || settings.organisation,
    guidelineLabel: letter.guidelineLabel || settings.guidelineLabel,
    reviewer: {
      licensure: letter.reviewer.licensure || credentialNames(settings, 'license'),
      specialty: letter.reviewer.specialty || credentialNames(settings, 'certification'),
    },
  };
};

/** Makes a case of the parts of a letter; all of it is one step in the log and none of undo. */
export const createCase = (app: App, letter: Letter, origin: CaseFacts['origin']): ReadCase => {
  if (letter.programme !== undefined)
    throw new Refusal(
      'refused',
      `This is a determination of another programme (${letter.programme}); it can be kept as a precedent, and no case is made of it.`,
    );
  const id = app.newId() as CaseId;
  const file = app.session.create(id, app.now().toISOString());
  app.change(file, { method: 'case.create', isFirst: true }, (write) => {
    writeFacts(write, factsOf(app, letter, origin));
    writeItems(
      write,
      letter.items.map((item) => itemOf(app, item)),
    );
    writeSentences(
      write,
      reconcileSentences([], foldSpace(letter.summary), () => app.newId() as SentenceId),
    );
  });
  return file;
};
