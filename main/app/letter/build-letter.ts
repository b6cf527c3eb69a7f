import { foldSpace, type Letter, type LetterForm } from '../../../shared/letter.ts';
import { buildStatement } from '../../letters/build-statement.ts';
import { formOf } from '../../letters/letter-forms.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readFacts } from '../../store/facts.ts';
import { listItems } from '../../store/items.ts';
import { listSentences } from '../../store/sentences.ts';
import type { App } from '../backend/app.ts';
import { readGuidelines } from './read-guidelines.ts';

/** The letter of a case in its parts, as they stand now; `form` where it is not the case's own. */
export const buildLetter = (app: App, file: ReadCase, form?: LetterForm): Letter => {
  const facts = readFacts(file);
  const { rows: guidelines } = readGuidelines(app);
  const { form: inForm } = formOf(app.assets.forms, form ?? facts.form);
  return {
    form: inForm,
    organisation: facts.organisation,
    guidelineLabel: facts.guidelineLabel,
    header: facts.header,
    reviewer: facts.reviewer,
    summary: foldSpace(
      listSentences(file)
        .map(({ text }) => text)
        .join(' '),
    ),
    items: listItems(file).map((item) => ({
      heading: item.heading,
      decision: item.decision ?? '',
      claimsGuideline: buildStatement(item.claims, inForm, 'claims', app.assets.forms, guidelines).text,
      reviewerGuideline: buildStatement(item.reviewer, inForm, 'reviewer', app.assets.forms, guidelines).text,
      rationale: item.rationale,
    })),
    messages: [],
  };
};
