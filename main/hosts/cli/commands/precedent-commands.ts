import { resolve } from 'node:path';
import { Refusal } from '../../../../shared/reply.ts';
import { plainLine, word, type Commands } from '../command.ts';

export const PRECEDENT_COMMANDS: Commands = {
  'precedents add': {
    usage: 'precedents add PATH... [--own]',
    does: 'loads earlier determinations from files and folders; --own where you decided them',
    run: async (client, options, words) => {
      word(words, 0, 'PATH');
      await client.unlock(true);
      const tokens = await client.backend.offer(words.map((path) => ({ kind: 'path', path: resolve(path) })));
      const { files } = await client.ask('precedent.load', { files: tokens, isOwn: options.own });
      const loaded = files.filter(({ status }) => status === 'loaded');
      const items = loaded.reduce((sum, file) => sum + file.items, 0);
      return {
        json: { files },
        lines: [
          ...files
            .filter(({ status }) => status === 'failed')
            .map(({ name, messages }) => plainLine(`failed  ${name}  ${messages.join(' ')}`)),
          `${loaded.length} of ${files.length} determinations loaded, ${items} items.`,
        ],
        exitCode: files.length > 0 && files.every(({ status }) => status === 'failed') ? 1 : 0,
      };
    },
  },
  'precedents find': {
    usage: 'precedents find [WORDS] [--item REQUEST] [--body-part PART] [--guideline CITATION]',
    does: 'searches the loaded determinations by words, and by what an item asks for, its body part and its guideline',
    run: async (client, options, words) => {
      const { item, bodyPart, guideline } = options;
      if (words.length === 0 && item === undefined && bodyPart === undefined && guideline === undefined)
        throw new Refusal('usage', 'Give words to look for, a request with --item, a --body-part, or a --guideline.');
      await client.unlock();
      const found = await client.ask('precedent.search', {
        words: words.join(' '),
        heading: item,
        bodyPart,
        guideline,
      });
      return {
        json: found,
        lines: found.map(({ precedent, similarity }) =>
          plainLine(
            `${precedent.outcome || (precedent.decision ?? '')}  ${precedent.programme === '' ? '' : `${precedent.programme}  `}${precedent.isOwn ? 'own  ' : ''}${precedent.caseNumber || '(no number)'}  ${precedent.heading}${similarity > 0 ? `  (${similarity.toFixed(2)})` : ''}`,
          ),
        ),
      };
    },
  },
  'precedents list': {
    usage: 'precedents list',
    does: 'lists the loaded determinations',
    run: async (client) => {
      await client.unlock();
      const letters = await client.ask('precedent.list', {});
      return {
        json: letters,
        lines: letters.map((letter) =>
          plainLine(
            `${letter.id}  ${letter.caseNumber || '(no number)'}  ${letter.decisionDate}  ${letter.items} items${letter.isOwn ? '  own' : ''}`,
          ),
        ),
      };
    },
  },
};
