import { textOf } from './add-lines.ts';
import type { FlowBuilder } from './flow-builder.ts';
import { createFlowBuilder } from './flow-builder.ts';

/** What a reader remembers while it writes one story; every story has a builder of its own. */
type Story = { readonly builder: FlowBuilder };

/** The story that is being written, and the ones around it: a note, a comment or the content of a box interrupts. */
export type StoryStack<State extends Story> = {
  readonly current: () => State;
  /** Whether a story within another is being written. */
  readonly isInner: () => boolean;
  /** Begins a story that ends with the element of this name; `done` takes its text once the outer story is current. */
  readonly enter: (element: string, done: (text: string) => void) => void;
  /** Ends the innermost story if it began with this element. */
  readonly leave: (element: string) => void;
};

export const createStoryStack = <State extends Story>(
  target: FlowBuilder,
  newState: (builder: FlowBuilder) => State,
): StoryStack<State> => {
  let state = newState(target);
  const outer: { readonly element: string; readonly state: State; readonly done: (text: string) => void }[] = [];
  return {
    current: () => state,
    isInner: () => outer.length > 0,
    enter: (element, done) => {
      outer.push({ element, state, done });
      state = newState(createFlowBuilder());
    },
    leave: (element) => {
      const last = outer.at(-1);
      if (last?.element !== element) return;
      outer.pop();
      const text = textOf(state.builder);
      state = last.state;
      last.done(text);
    },
  };
};
