import { isHref, type Presence } from '@expert-forum/collab';
import { cursorsPlugin, type DrawCaret, OwnUndo, paragraphIdsPlugin, sectionSyncPlugin } from '@expert-forum/collab/editor';
import { Extension, Mark, mergeAttributes, Node } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import type * as Y from 'yjs';

const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote'];

/** Every block carries its paragraph id; the ids plugin sets it. */
const ParagraphId = Extension.create({
  name: 'paragraphId',
  addGlobalAttributes: () => [
    { types: BLOCKS, attributes: { id: { default: null, parseHTML: () => null, renderHTML: ({ id }) => ({ 'data-paragraph': String(id) }) } } },
  ],
});

/** A link is its address and nothing else. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (isHref(element.getAttribute('href')) ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer' }), 0],
});

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ start: { default: 1, parseHTML: (element) => Number(element.getAttribute('start') ?? 1) || 1 } }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

export interface SharedText {
  readonly body: Y.XmlFragment;
  readonly presence: Pick<Presence, 'people' | 'events' | 'move'>;
  readonly drawCaret: DrawCaret;
}

/** Ids first, then the shared text, then the carets of others; undo takes back one's own changes only. */
const shared = ({ body, presence, drawCaret }: SharedText) =>
  Extension.create<object, { undo: OwnUndo }>({
    name: 'sharedText',
    addStorage: () => ({ undo: new OwnUndo(body) }),
    addProseMirrorPlugins: () => [paragraphIdsPlugin(), sectionSyncPlugin(body), cursorsPlugin(body, presence, drawCaret)],
    addKeyboardShortcuts() {
      const step = (direction: 'undo' | 'redo') => (): boolean => {
        this.storage.undo[direction]();
        return true;
      };
      return { 'Mod-z': step('undo'), 'Shift-Mod-z': step('redo'), 'Mod-y': step('redo') };
    },
    onDestroy() {
      this.storage.undo.destroy();
    },
  });

/** The same schema as `sectionSchema` of the collab package; a test compares the two. */
export const formatExtensions = [
  StarterKit.configure({
    undoRedo: false,
    trailingNode: false,
    strike: false,
    underline: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    orderedList: false,
    heading: { levels: [1, 2, 3] },
  }),
  ParagraphId,
  Link,
  OrderedList,
];

export const sectionExtensions = (text: SharedText) => [...formatExtensions, shared(text)];
