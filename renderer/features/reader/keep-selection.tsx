import { Component } from 'react';
import type { ReactNode, RefObject } from 'react';
import { selectionIn, selectRange } from './dom-offsets.ts';
import type { WordRange } from './dom-offsets.ts';

type Props = { readonly root: RefObject<HTMLElement | null>; readonly children: ReactNode };

/**
 * Keeps what is selected on a page while its words are drawn anew: where another stretch is lit, the pieces of text are
 * cut elsewhere, and the browser would lose a selection in them. A class, because only a class is asked before.
 */
export class KeepSelection extends Component<Props> {
  override getSnapshotBeforeUpdate(): WordRange | null {
    const { current } = this.props.root;
    return current && selectionIn(current, document.getSelection());
  }

  override componentDidUpdate(_props: Props, _state: unknown, kept: WordRange | null): void {
    const { current } = this.props.root;
    if (current === null || kept === null) return;
    const now = selectionIn(current, document.getSelection());
    if (now?.anchor !== kept.anchor || now.focus !== kept.focus) selectRange(current, kept);
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
