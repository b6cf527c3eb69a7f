import type { Finding } from '../../shared/check.ts';
import type { LetterForm } from '../../shared/letter.ts';
import { checkLetter } from '../letters/check-letter.ts';
import type { ReadCase } from '../store/case-file.ts';
import { readFacts } from '../store/facts.ts';
import { listItems } from '../store/items.ts';
import { today, type App } from './app.ts';
import { buildLetter } from './build-letter.ts';
import { readGuidelines } from './read-guidelines.ts';
import { readSettings } from './services/settings-service.ts';

/** What the letter checks find in a case as it stands; `metadata` is that of the file that was written of it. */
export const checkCase = (app: App, file: ReadCase, form?: LetterForm, metadata?: Readonly<Record<string, string>>): Finding[] =>
  checkLetter({
    letter: buildLetter(app, file, form),
    items: listItems(file),
    mode: readFacts(file).origin === 'published-letter' ? 'published-case' : 'case',
    context: { today: today(app), guidelines: readGuidelines(app), settings: readSettings(app), forms: app.assets.forms, ...(metadata !== undefined && { metadata }) },
  });
