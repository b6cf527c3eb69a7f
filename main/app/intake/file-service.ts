import type { Output } from '../../../shared/contract.ts';
import { findDates } from '../../../shared/find-dates.ts';
import { checkLetter } from '../../letters/check-letter.ts';
import { takeLetterApart, type LetterRead } from '../../letters/read-letter.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';
import { readGuidelines } from '../letter/read-guidelines.ts';
import { readOnce, type Pages } from './read-once.ts';
import { DEFAULT_SETTINGS } from '../vault/settings-service.ts';

const textOf = ({ pages, messages }: Pages): Output<'file.text'> => ({
  pages: pages.map(({ number, text, source }) => ({ page: number, text, source })),
  messages: [...messages],
});

const datesOf = ({ pages }: Pages, latest: string): Output<'file.dates'> =>
  pages.flatMap(({ number, text }) =>
    findDates(text, { latest }).map((found) => ({
      text: found.text,
      date: found.date,
      precision: found.precision,
      kind: found.kind,
      page: number,
      start: found.start,
      end: found.end,
      ...(found.uncertain === true && { uncertain: found.uncertain }),
    })),
  );

const letterOf = (app: App, { pages }: Pages): LetterRead =>
  takeLetterApart(pages.map(({ text }) => text).join('\n'), app.assets.forms, app.assets.outlines);

export const fileService = (
  app: App,
): HandlersOf<'file'> & Pick<HandlersOf<'letter'>, 'letter.read' | 'letter.checkFile'> => ({
  'file.text': async ({ file }, call) => textOf(await readOnce(app, file, call)),
  'file.dates': async ({ file }, call) => datesOf(await readOnce(app, file, call), today(app)),
  'letter.read': async ({ file }, call) => letterOf(app, await readOnce(app, file, call, true)).letter,
  'letter.checkFile': async ({ file }, call) =>
    checkLetter({
      ...letterOf(app, await readOnce(app, file, call, true)),
      mode: 'letter-alone',
      context: {
        today: today(app),
        settings: DEFAULT_SETTINGS,
        guidelines: readGuidelines(app),
        forms: app.assets.forms,
      },
    }),
});
