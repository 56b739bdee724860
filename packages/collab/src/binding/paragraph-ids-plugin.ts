import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { newParagraphId } from '../paragraph-ids/paragraph-id.js';
import { footnotesOf } from '../structure/footnotes.js';
import { withNewIds } from '../structure/pasted-ids.js';
import { sectionSyncKey } from './section-sync-key.js';

const paragraphIdsKey = new PluginKey<() => string>('paragraphIds');

/** A new id from where this editor takes its ids, for a command that has to know it. */
export const newIdFor = (state: EditorState): string => (paragraphIdsKey.getState(state) ?? newParagraphId)();

/**
 * Gives every block its paragraph id in the transaction that creates it: the new half of a split, pasted blocks, wrapped lists
 * (R18). Never acts on what came from others or on what undo brought back: their ids are set already.
 */
export const paragraphIdsPlugin = (newId: () => string = newParagraphId): Plugin<() => string> =>
  new Plugin<() => string>({
    key: paragraphIdsKey,
    state: { init: () => newId, apply: (_transaction, ids) => ids },
    props: {
      transformPasted: (slice, { state: { doc } }) => withNewIds(slice, (note) => footnotesOf(doc).some(({ id }) => id === note), newId),
    },
    appendTransaction(transactions, _before, state) {
      const isOwnChange = transactions.some((transaction) => transaction.docChanged);
      const isShared = transactions.some((transaction) => transaction.getMeta(sectionSyncKey) === true);
      return isOwnChange && !isShared ? withIds(state, newId) : null;
    },
  });

const carriesId = (node: Node): boolean => 'id' in node.attrs;

interface Holder {
  readonly position: number;
  readonly isEmpty: boolean;
}

function withIds(state: EditorState, newId: () => string): Transaction | null {
  const nameless: number[] = [];
  const holders = new Map<string, Holder>();
  state.doc.descendants((node, position) => {
    if (!carriesId(node)) return node.isBlock;
    const id: unknown = node.attrs['id'];
    const holder = { position, isEmpty: node.textContent === '' };
    const other = typeof id === 'string' ? holders.get(id) : undefined;
    if (typeof id !== 'string') nameless.push(position);
    else if (other === undefined) holders.set(id, holder);
    else {
      // Splitting at the start leaves an empty block before the text: the text is the old half.
      const isOldHalf = other.isEmpty && !holder.isEmpty;
      nameless.push(isOldHalf ? other.position : position);
      if (isOldHalf) holders.set(id, holder);
    }
    return true;
  });
  if (nameless.length === 0) return null;
  const transaction = state.tr;
  for (const position of nameless) transaction.setNodeAttribute(position, 'id', newId());
  return transaction;
}
