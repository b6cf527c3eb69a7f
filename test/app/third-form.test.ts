import { MADE_UP_FORM, madeUpLetter } from '../letters/support/made-up-form.ts';
import { assetsWithForm } from '../support/assets-with-form.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

const assets = assetsWithForm(MADE_UP_FORM);
let desk: OpenBackend;
beforeAll(async () => {
  desk = await openBackend({ assetsDir: assets.dir });
});
afterAll(async () => {
  await desk.close();
  assets.remove();
});

describe('a form whose description was laid beside the others', () => {
  it('is offered with its name and its note', async () => {
    const { form, title, note, isCurrent, isWritten, unconfirmed } = MADE_UP_FORM;
    expect(await desk.ask('form.list', {})).toContainEqual({ form, title, note, isCurrent, isWritten, unconfirmed });
  });

  it('can be chosen for new cases and for one', async () => {
    expect(await desk.ask('settings.update', { letterForm: 'made-up' })).toMatchObject({ letterForm: 'made-up' });
    const caseId = await desk.newCase({});
    expect((await desk.ask('case.show', { caseId })).facts.form).toBe('made-up');
    await desk.ask('case.update', { caseId, facts: { form: '2014' } });
    expect((await desk.ask('case.show', { caseId })).facts.form).toBe('2014');
  });

  it.each(['docx', 'pdf'] as const)('is exported as %s and read again as the letter that it was', async (format) => {
    const caseId = await desk.newCase(madeUpLetter(), 'published-letter');
    const { bytes } = await desk.written((target) => desk.ask('letter.export', { caseId, format, target }));
    const file = await desk.offer({ kind: 'bytes', name: `letter.${format}`, bytes });
    expect(await desk.ask('letter.read', { file })).toEqual(madeUpLetter());
  });

  it('gives the same case in every other form', async () => {
    const caseId = await desk.newCase(madeUpLetter(), 'published-letter');
    for (const { form } of await desk.ask('form.list', {}))
      expect(await desk.ask('letter.preview', { caseId, form })).toMatchObject({ form });
  });

  it('is issued, and is still the same letter', async () => {
    const caseId = await desk.newCase(madeUpLetter(), 'published-letter');
    await desk.written((target) =>
      desk.ask('letter.export', { caseId, format: 'docx', target, issue: { reason: '' } }),
    );
    expect(await desk.ask('letter.issued', { caseId })).toMatchObject([{ form: 'made-up', isCurrent: true }]);
  });
});

describe('a form that letters are only read in', () => {
  it('is refused for an export', async () => {
    assets.put({ ...MADE_UP_FORM, isWritten: false });
    const reader = await openBackend({ assetsDir: assets.dir });
    try {
      const caseId = await reader.newCase(madeUpLetter(), 'published-letter');
      const target = await reader.offer({ kind: 'download', name: 'letter.docx' });
      expect(await reader.refusal('letter.export', { caseId, format: 'docx', target })).toMatchObject({
        code: 'refused',
        message: 'Letters of the Made-up form are only read; choose another form for this one.',
      });
    } finally {
      await reader.close();
    }
  });
});
