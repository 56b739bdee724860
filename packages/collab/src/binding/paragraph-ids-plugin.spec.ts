import { describe, expect, it } from '@jest/globals';
import { splitBlock } from '@tiptap/pm/commands';
import { wrapInList } from '@tiptap/pm/schema-list';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { sectionSchema } from '../schema/section-schema.js';
import { paragraphIdsPlugin } from './paragraph-ids-plugin.js';
import { countingIds } from './replicas.fixture.js';
import { sectionSyncKey } from './section-sync-key.js';

const OLD = 'p-aaaaaaaaaa';
const NEW = 'p-0000000000';

const paragraph = (text: string, id: string | null = OLD) => sectionSchema.node('paragraph', { id }, text === '' ? [] : sectionSchema.text(text));

function editorOf(text: string, at: number): EditorState {
  const doc = sectionSchema.node('doc', null, paragraph(text));
  const state = EditorState.create({ doc, plugins: [paragraphIdsPlugin(countingIds())] });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
}

function after(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (transaction) => (next = state.apply(transaction)));
  return next;
}

const idsOf = ({ doc }: EditorState) => doc.content.content.map((block) => [block.attrs['id'], block.textContent]);

describe('[R18] paragraph ids', () => {
  it.each([
    ['in the middle: the second half is new', 3, [[OLD, 'on'], [NEW, 'e']]],
    ['at the end: the empty block is new', 4, [[OLD, 'one'], [NEW, '']]],
    ['at the start: the empty block is new', 1, [[NEW, ''], [OLD, 'one']]],
  ])('when a block is split %s', (_title, at, expected) => {
    expect(idsOf(after(editorOf('one', at), splitBlock))).toEqual(expected);
  });

  it('are given to a list and its item, while the paragraph in it keeps its own', () => {
    const list = sectionSchema.nodes['bulletList'];
    if (list === undefined) throw new Error('the schema has lists');
    const ids: unknown[] = [];
    after(editorOf('one', 1), wrapInList(list)).doc.descendants((node) => void (node.isBlock && ids.push(node.attrs['id'])));

    expect(ids).toEqual(['p-0000000000', 'p-0000000001', OLD]);
  });

  it('are never given in answer to what came from others', () => {
    const state = editorOf('one', 1);
    const next = state.apply(state.tr.insert(0, paragraph('remote', null)).setMeta(sectionSyncKey, true));

    expect(idsOf(next)).toEqual([[null, 'remote'], [OLD, 'one']]);
  });
});
