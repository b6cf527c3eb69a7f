import type { App, HandlersOf } from '../backend/app.ts';
import { cleanTemplate, describeTemplate, readCoverTemplate, saveCoverTemplate } from './cover-template.ts';
import { takeSmall } from '../backend/take-text.ts';

/** The organisation's cover page, kept in the vault. */
export const templateService = (app: App): HandlersOf<'template'> => ({
  'template.show': async () => {
    const template = await readCoverTemplate(app);
    return template === null ? null : describeTemplate(template);
  },
  'template.save': async ({ file }, call) => {
    const template = await cleanTemplate(app, await takeSmall(app, file, call));
    const described = describeTemplate(template);
    app.changeVault(() => saveCoverTemplate(app, template));
    return described;
  },
  'template.remove': () => {
    saveCoverTemplate(app, null);
    return {};
  },
});
