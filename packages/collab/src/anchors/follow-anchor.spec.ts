import { describe, expect, it } from '@jest/globals';
import { joinBackward, setBlockType, toggleMark, wrapIn } from '@tiptap/pm/commands';
import { TextSelection, type Command } from 'prosemirror-state';
import type { HeadlessEditor } from '../binding/replicas.fixture.js';
import { sectionSchema } from '../schema/section-schema.js';
import { anchorAt } from './text-anchor.js';
import { positionOf, WatchedThread } from './watched-thread.fixture.js';

const TEXT = ['The Hub is a shared platform.', 'It is a network of equal nodes, with a light legal form.', 'Costs are shared.'] as const;
const WORDS = 'equal nodes, with a light';

const insert = (editor: HeadlessEditor, text: string, before: string) => editor.dispatch(editor.state.tr.insertText(text, positionOf(editor, before)));
const remove = (editor: HeadlessEditor, words: string) => {
  const at = positionOf(editor, words);
  editor.dispatch(editor.state.tr.delete(at, at + words.length));
};
const splitAt = (editor: HeadlessEditor, words: string) => editor.dispatch(editor.state.tr.split(positionOf(editor, words)));
const does = (editor: HeadlessEditor, at: number, command: Command) => {
  editor.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(at))));
  expect(command(editor.state, (transaction) => editor.dispatch(transaction))).toBe(true);
};
const block = (name: string) => {
  const type = sectionSchema.nodes[name];
  if (type === undefined) throw new RangeError(name);
  return type;
};

function watch(words = WORDS, blocks: readonly string[] = TEXT) {
  const thread = new WatchedThread(blocks, words);
  const [first, second] = [thread.section.editor(0), thread.section.editor(1)];
  const expectEverywhere = (shown: string) => {
    thread.settle();
    expect(thread.words).toBe(shown);
    for (const editor of thread.section.editors) expect(thread.shown(editor)).toMatch(new RegExp(`^\\d+ ${shown.replace(/[.?]/g, '\\$&')}$`, 's'));
    expect(thread.shown(first)).toBe(thread.shown(second));
  };
  return { thread, first, second, expectEverywhere };
}

describe('[TH12] the words of a thread', () => {
  it('stay through typing around them, and what is typed inside belongs to them', () => {
    const { first, second, expectEverywhere } = watch();
    insert(first, 'truly ', 'equal nodes');
    insert(second, 'er', ' with a light');
    insert(second, 'fairly ', 'legal form');
    expectEverywhere('equal nodes,er with a light');
  });

  it('stay while a mark is set on part of them', () => {
    const { first, expectEverywhere } = watch();
    const at = positionOf(first, 'nodes');
    first.dispatch(first.state.tr.setSelection(TextSelection.create(first.state.doc, at, at + 5)));
    toggleMark(sectionSchema.mark('bold').type)(first.state, (transaction) => first.dispatch(transaction));
    expectEverywhere(WORDS);
  });

  it.each([
    ['before', 'network'],
    ['at their start', 'equal nodes'],
    ['inside', 'with a light'],
    ['behind', 'legal form'],
  ])('go along when their paragraph is split %s them', (_, words) => {
    const { first, expectEverywhere } = watch();
    splitAt(first, words);
    expectEverywhere(WORDS);
  });

  it('are taken together again when their paragraph is split, joined, and split elsewhere by others', () => {
    const { thread, first, second, expectEverywhere } = watch();
    splitAt(first, 'nodes');
    expectEverywhere(WORDS);
    does(second, positionOf(second, 'nodes'), joinBackward);
    expectEverywhere(WORDS);
    splitAt(second, 'a light');
    splitAt(second, 'light');
    expectEverywhere(WORDS);
    expect(thread.section.refusals).toEqual([]);
  });

  it('stay when the paragraph is joined to the one before', () => {
    const { second, expectEverywhere } = watch();
    does(second, positionOf(second, 'It is a network'), joinBackward);
    expectEverywhere(WORDS);
  });

  it('stay when they run over two paragraphs that are joined', () => {
    const { second, expectEverywhere } = watch('platform.It is');
    does(second, positionOf(second, 'It is a network'), joinBackward);
    expectEverywhere('platform.It is');
  });

  it.each([
    [0, 'It is'],
    [1, 'platform.'],
  ])('keep what is left of them when one of their paragraphs goes: %d', (index, left) => {
    const { first, expectEverywhere } = watch('platform.It is');
    const start = index === 0 ? 0 : first.state.doc.child(0).nodeSize;
    first.dispatch(first.state.tr.delete(start, start + first.state.doc.child(index).nodeSize));
    expectEverywhere(left);
  });

  it('stay when their block becomes another: a heading, a quote, a list', () => {
    const { first, second, expectEverywhere } = watch();
    does(first, positionOf(first, 'network'), setBlockType(block('heading'), { level: 2 }));
    expectEverywhere(WORDS);
    does(second, positionOf(second, 'network'), wrapIn(block('blockquote')));
    expectEverywhere(WORDS);
  });

  it('get shorter with what is deleted of them, and longer again when that is undone', () => {
    const { first, expectEverywhere } = watch();
    remove(first, 'equal nodes, ');
    expectEverywhere('with a light');
    first.undo.undo();
    expectEverywhere(WORDS);
    remove(first, 'with a light');
    expectEverywhere('equal nodes, ');
    first.undo.undo();
    expectEverywhere(WORDS);
  });

  it('get back what was typed inside and deleted together with what stands beside them', () => {
    const { first, second, expectEverywhere } = watch();
    insert(second, 'quite ', 'light legal');
    expectEverywhere('equal nodes, with a quite light');
    remove(first, 'quite light legal');
    expectEverywhere('equal nodes, with a ');
    first.undo.undo();
    expectEverywhere('equal nodes, with a quite light');
  });

  it('stay where a remnant of them is left of a move: only the letters that somebody typed inside', () => {
    const { first, second, expectEverywhere } = watch('equal nodes, with');
    splitAt(first, 'equal');
    insert(second, 'X', 'nodes, with');
    expectEverywhere('equal nodes, with');
  });
});

describe('[TH13] words that are gone', () => {
  it('leave the thread detached, with the words as they last read', () => {
    const { thread, first } = watch();
    insert(first, 'quite ', 'light legal');
    thread.settle();
    remove(first, 'equal nodes, with a quite light');
    thread.settle();
    expect(thread.words).toBeNull();
    expect(thread.anchored.anchor.wordings[0]?.text).toBe('equal nodes, with a quite light');
    expect(thread.anchored.anchor.quote.text).toBe(WORDS);
  });

  it('come back with an undo, on every replica, also after they were changed', () => {
    const { thread, first, second, expectEverywhere } = watch();
    insert(second, 'quite ', 'light legal');
    thread.settle();
    remove(first, 'equal nodes, with a quite light');
    thread.settle();
    insert(second, 'And ', 'It is a network');
    first.undo.undo();
    expectEverywhere('equal nodes, with a quite light');
  });

  it('come back with an undo although they were deleted letter by letter', () => {
    const { thread, first, expectEverywhere } = watch('nodes');
    for (const letter of ['s', 'e', 'd', 'o', 'n']) {
      const end = positionOf(first, 'equal ') + 'equal '.length + 'node'.indexOf(letter) + (letter === 's' ? 5 : 1);
      first.dispatch(first.state.tr.delete(end - 1, end));
      thread.settle();
    }
    expect(first.state.doc.child(1).textContent).toContain('equal , with');
    expect(thread.words).toBeNull();
    first.undo.undo();
    expectEverywhere('nodes');
  });

  it('come back when their paragraph comes back', () => {
    const { thread, first, expectEverywhere } = watch();
    const at = first.state.doc.child(0).nodeSize;
    first.dispatch(first.state.tr.delete(at, at + first.state.doc.child(1).nodeSize));
    thread.settle();
    expect(thread.words).toBeNull();
    first.undo.undo();
    expectEverywhere(WORDS);
  });

  it('are followed when they are cut and put down elsewhere, at once or a little later', () => {
    const { thread, first, expectEverywhere } = watch();
    remove(first, `${WORDS} `);
    thread.settle();
    expect(thread.words).toBeNull();
    insert(first, ` ${WORDS}`, ' a shared');
    expectEverywhere(WORDS);
    remove(first, WORDS);
    insert(first, WORDS, 'Costs');
    expectEverywhere(WORDS);
  });

  it('are other words when somebody writes them anew much later', () => {
    const { thread, first } = watch();
    remove(first, WORDS);
    thread.settle();
    thread.isRecent = false;
    insert(first, WORDS, 'Costs');
    thread.settle();
    expect(thread.words).toBeNull();
  });

  it('are other words where the same stood all the time', () => {
    const { thread, first } = watch('the Digital Hub', ['We build the Digital Hub.', 'We pay for the Digital Hub.']);
    remove(first, 'the Digital Hub');
    thread.settle();
    expect(thread.words).toBeNull();
    insert(first, 'Yes. ', 'We pay');
    thread.settle();
    expect(thread.words).toBeNull();
  });

  it('are not taken for short words that somebody types elsewhere', () => {
    const { thread, first, second } = watch('Hub');
    remove(first, 'Hub');
    insert(second, ' of the Hub', '.');
    thread.settle();
    expect(thread.words).toBeNull();
  });

  it('are found by all of their context after the node has started anew, and not by less', () => {
    const { thread, first, expectEverywhere } = watch();
    remove(first, WORDS);
    thread.settle();
    first.undo.undo();
    thread.restart();
    expectEverywhere(WORDS);
    remove(first, WORDS);
    insert(first, WORDS, 'Costs');
    thread.restart();
    thread.settle();
    expect(thread.words).toBeNull();
  });
});

describe('[TH11] long and unusual words', () => {
  it('are quoted by their beginning and end, and followed whole', () => {
    const words = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ');
    const { thread, first, expectEverywhere } = watch(words, ['Before.', `And ${words}. After.`]);
    const { text, length } = thread.anchored.anchor.quote;
    expect([text.length, length, text.slice(0, 11), text.slice(-8)]).toEqual([300, words.length, 'word0 word1', ' word119']);
    splitAt(first, 'word60 ');
    expectEverywhere(words);
    remove(first, 'word118 word119');
    thread.settle();
    first.undo.undo();
    expectEverywhere(words);
  });

  it('keep characters of two halves whole', () => {
    const globes = '🌏'.repeat(200);
    const { thread, first, expectEverywhere } = watch(`x${globes}`, [`${globes}x${globes}y${globes}`]);
    const { quote } = thread.anchored.anchor;
    for (const part of [quote.text, quote.before, quote.after]) expect(part).not.toMatch(/\p{Surrogate}/u);
    expect(quote.text.length).toBeLessThanOrEqual(300);
    splitAt(first, 'x');
    expectEverywhere(`x${globes}`);
    expect(anchorAt(thread.text, { from: 1, to: 3 }).quote.text).toBe('🌏🌏');
  });
});
