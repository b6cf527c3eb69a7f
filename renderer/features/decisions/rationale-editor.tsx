import { useMemo, useRef } from 'react';
import type { Finding } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item, ItemSuggestions } from '../../../shared/item.ts';
import type { Snippet } from '../../../shared/snippet.ts';
import { openSettings } from '../../commands/app-view.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { ProseEditor } from '../../ui/prose-editor.tsx';
import type { ProseHandle } from '../../ui/prose-editor.tsx';
import { marksOf } from './rationale-marks.ts';
import { RationaleNotes } from './rationale-notes.tsx';
import { RationaleOffers, offersOf } from './rationale-offers.tsx';
import { SnippetList, choiceId } from './snippet-list.tsx';
import { dotPhraseAt, offerSnippets, useDotPhrase } from './use-dot-phrase.ts';
import { countWords, useRationale } from './use-rationale.ts';
import type { Rationale } from './use-rationale.ts';

type Props = {
  readonly caseId: CaseId;
  readonly item: Item;
  readonly findings: readonly Finding[];
  readonly suggestions: ItemSuggestions | undefined;
  readonly write: WriteEdit<string>;
};

const GROUP = 'Rationale';
const NO_SNIPPETS: readonly Snippet[] = [];
const PLACEHOLDER =
  'Why the item is or is not medically necessary, from the facts of the case and the guideline. Type . and a name for a snippet.';

const snippetMenu = (snippets: readonly Snippet[], insert: (snippet: Snippet) => void): MenuEntry[] => [
  ...snippets.map((snippet): Action => ({
    id: snippet.id,
    label: `.${snippet.name}`,
    group: GROUP,
    perform: () => insert(snippet),
  })),
  ...(snippets.length > 0 ? (['line'] as const) : []),
  { id: 'edit', label: 'Edit the snippets …', group: GROUP, perform: () => openSettings('snippets') },
];

type HeadProps = { readonly rationale: Rationale; readonly quoting: Action; readonly snippets: readonly Snippet[] };

const Head = ({ rationale, quoting, snippets }: HeadProps) => (
  <div className="row rationale-head">
    <h3 className="field-label spread">
      Decision rationale <span className="words">{countWords(rationale.text)} words</span>
    </h3>
    <Button variant="quiet" isDisabled={quoting.isEnabled !== true} onPress={quoting.perform}>
      Mark as quotation
    </Button>
    <Menu
      label="Snippets"
      trigger={
        <Button variant="quiet" icon="down">
          Snippet
        </Button>
      }
      entries={snippetMenu(snippets, (snippet) => void rationale.insert(snippet, rationale.selection))}
    />
  </div>
);

/**
 * The rationale as the letter will print it: what a check objects to is marked in it, snippets come by typing a full
 * stop and their name, and what has its place in it is offered below.
 */
export const RationaleEditor = ({ caseId, item, findings, suggestions, write }: Props) => {
  const editor = useRef<ProseHandle>(null);
  const rationale = useRationale(caseId, item, editor, write);
  const { text, selection, blanks } = rationale;
  const { data: snippets = NO_SNIPPETS } = useQueryOf('snippet.list', {});
  const marks = useMemo(() => marksOf(text, findings), [text, findings]);
  const phrase = selection.start === selection.end ? dotPhraseAt(text, selection.start) : null;
  const list = useDotPhrase(
    phrase,
    snippets,
    item.decision,
    (snippet) => void rationale.insert(snippet, phrase ?? selection),
  );
  const pointed = list.offered[list.at];
  const offers = suggestions === undefined ? [] : offersOf(suggestions, text, findings);
  const [first] = offers;
  const quoting: Action = {
    id: 'rationale.quote',
    label: 'Mark as quotation',
    group: GROUP,
    keywords: 'guideline marks',
    keys: ["Mod+'"],
    pane: 'work',
    isEnabled: selection.start < selection.end,
    perform: rationale.quote,
  };
  useActions([
    quoting,
    {
      id: 'rationale.offer',
      label: 'Put in what is offered',
      group: GROUP,
      keywords: 'closing sentence',
      keys: ['Mod+Enter'],
      pane: 'work',
      isEnabled: first !== undefined,
      perform: () => {
        if (first) rationale.take(first);
      },
    },
  ]);

  return (
    <div role="group" aria-label="Decision rationale" className="rationale">
      <Head rationale={rationale} quoting={quoting} snippets={offerSnippets(snippets, '', item.decision)} />
      <ProseEditor
        ref={editor}
        label="Decision rationale"
        value={text}
        onChange={rationale.change}
        onBlur={rationale.flush}
        onSelect={rationale.select}
        marks={marks}
        activeChoice={pointed && choiceId(pointed)}
        onPasted={rationale.notePasted}
        placeholder={PLACEHOLDER}
        onKey={(event) =>
          list.strike(event) || (event.key === 'Tab' && !event.shiftKey && rationale.goToBlank(selection.end))
        }
      />
      <ConflictNotice conflict={rationale.conflict} inWords={(words) => words} />
      <SnippetList
        snippets={list.offered}
        at={list.at}
        onTake={(snippet) => void rationale.insert(snippet, phrase ?? selection)}
      />
      <RationaleNotes
        blanks={blanks}
        pastedWords={rationale.pastedWords}
        onBlank={() => rationale.goToBlank(0)}
        onQuote={rationale.quotePasted}
        onKeep={rationale.keepPasted}
      />
      <RationaleOffers offers={offers} onTake={rationale.take} />
    </div>
  );
};
