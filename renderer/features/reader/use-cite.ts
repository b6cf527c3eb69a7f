import { useMemo } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item, RationaleEnds } from '../../../shared/item.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Action } from '../../commands/registry.ts';
import { ask, askWhole } from '../../data/client.ts';
import { flushEdits } from '../../data/use-edit.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { withWords } from '../../../shared/with-words.ts';
import { citeWords, draftEntry, pointAtItem, showTab, workspaceNow } from '../../data/workspace-state.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { clearSelected, selectedSpanNow, useSelectedSpan } from './selection-state.ts';

const GROUP = 'Selected words';

/** The rationale with the words quoted before its closing sentence. */
const withQuote = ({ rationale }: Item, { quote }: TextSpan, { closing }: RationaleEnds): string =>
  withWords(rationale, `“${quote.replace(/\s+/g, ' ')}”`, closing);

/** What can be done with selected words, as actions with their keys; they are on offer while words are selected. */
export const useCiteActions = (caseId: CaseId): readonly Action[] => {
  const hasWords = useSelectedSpan() !== null;
  const { data: items } = useQueryOf('item.list', { caseId });
  const { run: pin } = useCommand('item.cite');
  const { run: cite } = useCommand('summary.cite');

  return useMemo(() => {
    const onWords = (use: (span: TextSpan) => void | Promise<void>) => (): void => {
      const span = selectedSpanNow();
      if (span !== null) void use(span);
    };
    const addToTimeline = async (span: TextSpan): Promise<void> => {
      const draft = await ask('timeline.draft', { caseId, span }).catch(() => null);
      if (draft !== null) draftEntry(draft);
    };
    const citeInSummary = async (span: TextSpan): Promise<void> => {
      await flushEdits();
      const sentences = await ask('summary.show', { caseId });
      const at = sentences.findIndex(({ id }) => id === workspaceNow().sentence);
      const sentence = sentences[at];
      if (!sentence) return citeWords(span);
      const reply = await cite({ caseId, sentence: sentence.id, source: span });
      if (reply.ok)
        showToast({
          tone: 'safe',
          text: `Cited in sentence ${String(at + 1)} of the summary.`,
          action: { label: 'Show', perform: () => showTab('summary') },
        });
    };
    /** Adds the words to the evidence of an item, quoted in its rationale as it stands this moment if wanted. */
    const citeInItem =
      (index: number, isQuoted: boolean, said: string) =>
      async (span: TextSpan): Promise<void> => {
        await flushEdits();
        const { value, revision } = await askWhole('item.list', { caseId });
        const item = value[index];
        if (!item) return;
        const { ends } = await ask('item.suggest', { caseId, id: item.id });
        const rationale = isQuoted ? { rationale: withQuote(item, span, ends) } : {};
        const reply = await pin({ caseId, id: item.id, span, ...rationale }, { revision });
        if (!reply.ok) return;
        clearSelected();
        showToast({
          tone: 'safe',
          text: `${said} item ${String(index + 1)}.`,
          action: {
            label: 'Show',
            perform: () => {
              pointAtItem(item.id);
              showTab('decisions');
            },
          },
        });
      };
    const current = Math.max(0, items?.findIndex(({ id }) => id === workspaceNow().item) ?? 0);
    const shared = { group: GROUP, pane: 'reader', isEnabled: hasWords } as const;
    const forItems =
      items?.slice(0, 9).map((_, index): Action => ({
        ...shared,
        id: `words.cite.${String(index + 1)}`,
        label: `Cite in item ${String(index + 1)}`,
        keywords: 'rationale quote',
        keys: [String(index + 1)],
        perform: onWords(citeInItem(index, true, 'Quoted in the rationale of')),
      })) ?? [];
    return [
      { ...shared, id: 'words.timeline', label: 'Add to timeline', keys: ['T'], perform: onWords(addToTimeline) },
      { ...shared, id: 'words.summary', label: 'Cite in summary', keys: ['S'], perform: onWords(citeInSummary) },
      ...forItems,
      ...(forItems.length > 0
        ? [
            {
              ...shared,
              id: 'words.evidence',
              label: 'Evidence',
              keywords: 'pin decision',
              keys: ['E'],
              perform: onWords((span) => citeInItem(current, false, 'Evidence for')(span)),
            },
          ]
        : []),
    ];
  }, [caseId, hasWords, items, pin, cite]);
};
