import { meaningOf } from '../../renderer/commands/keyboard.ts';
import type { KeyPlace } from '../../renderer/commands/keyboard.ts';
import { isControlKey, isSingleKey, keyOf, keyParts } from '../../renderer/commands/keys.ts';
import type { Action } from '../../renderer/commands/registry.ts';

const action = (id: string, part: Partial<Action>): Action => ({
  id,
  label: id,
  group: 'Test',
  perform: () => undefined,
  ...part,
});
const nowhere: KeyPlace = { pane: null, isTyping: false, isFloating: false };
const inTimeline: KeyPlace = { ...nowhere, pane: 'timeline' };
const accept = action('accept', { keys: ['A'], pane: 'timeline' });
const find = action('find', { keys: ['Mod+F'] });

const idOf = (key: string, place: KeyPlace, actions: readonly Action[], singleKeys = true): string => {
  const meaning = meaningOf(key, place, actions, singleKeys);
  return meaning.kind === 'one' ? meaning.action.id : meaning.kind;
};

describe('the keyboard', () => {
  it('gives a single key to the pane that has the focus, and to no other', () => {
    expect(idOf('A', inTimeline, [accept])).toBe('accept');
    expect(idOf('A', nowhere, [accept])).toBe('none');
  });

  it('leaves single keys alone while one types or where they are switched off', () => {
    expect(idOf('A', { ...inTimeline, isTyping: true }, [accept])).toBe('none');
    expect(idOf('A', inTimeline, [accept], false)).toBe('none');
  });

  it('hears keys with Ctrl while one types, but not under a dialog', () => {
    expect(idOf('Mod+F', { ...nowhere, isTyping: true }, [find])).toBe('find');
    expect(idOf('Mod+F', { ...nowhere, isFloating: true }, [find])).toBe('none');
  });

  it('does nothing with a key that two actions claim', () => {
    expect(idOf('Mod+F', nowhere, [find, action('other', { keys: ['Mod+F'] })])).toBe('clash');
  });

  it('lets one action have the key while the other cannot be done', () => {
    expect(idOf('Mod+F', nowhere, [find, action('other', { keys: ['Mod+F'], isEnabled: false })])).toBe('find');
  });

  it('leaves Enter to a field that is typed in', () => {
    const open = action('open', { keys: ['Enter'] });
    expect(idOf('Enter', { ...nowhere, isTyping: true }, [open])).toBe('none');
    expect(idOf('Enter', nowhere, [open])).toBe('open');
  });
});

const stroke = (key: string, held: readonly string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('the names of keys', () => {
  it.each([
    [stroke('k', ['ctrl']), 'Mod+K'],
    [stroke('k', ['meta']), 'Mod+K'],
    [stroke('Z', ['ctrl', 'shift']), 'Mod+Shift+Z'],
    [stroke('?', ['shift']), '?'],
    [stroke('+', ['ctrl', 'shift']), 'Mod++'],
    [stroke('ArrowLeft', ['alt']), 'Alt+ArrowLeft'],
    [stroke('a'), 'A'],
    [stroke('A', ['shift']), 'Shift+A'],
    [stroke(' '), 'Space'],
  ])('%j is %s', (struck, name) => {
    expect(keyOf(struck)).toBe(name);
  });

  it('are shown as keyboards label them', () => {
    expect(keyParts('Mod+ArrowLeft')).toEqual(['Ctrl', '←']);
    expect(keyParts('+')).toEqual(['+']);
    expect(keyParts('Mod++')).toEqual(['Ctrl', '+']);
  });

  it('tell single keys and keys that a control may want', () => {
    expect(['A', '?', 'Mod+A', 'Enter'].map(isSingleKey)).toEqual([true, true, false, false]);
    expect(['Enter', 'ArrowDown', 'A', 'Mod+Enter'].map(isControlKey)).toEqual([true, true, false, false]);
  });
});
