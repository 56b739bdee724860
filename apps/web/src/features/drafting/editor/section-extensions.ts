import type { SectionConnection } from '@expert-forum/collab/client';
import { anchorsPlugin, composingPlugin, cursorsPlugin, type DrawCaret, footnotesPlugin, OwnUndo, paragraphIdsPlugin, sectionSyncPlugin, tablesPlugin } from '@expert-forum/collab/editor';
import { Extension } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import type * as Y from 'yjs';
import { pastePlugin } from '../paste/paste-plugin.js';
import { Document, Heading, Link, OrderedList } from './blocks.js';
import { Footnote, FootnoteMark } from './footnote-blocks.js';
import { noteNumbersPlugin } from './note-numbers.js';
import { paragraphNumbersPlugin } from './paragraph-numbers.js';
import { referenceLabelsPlugin } from './reference-labels.js';
import { ParagraphReference } from './reference-node.js';
import { Table, TableCell, TableHeader, TableRow } from './table-blocks.js';

const BLOCKS = [
  'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote',
  'table', 'tableRow', 'tableHeader', 'tableCell', 'footnote',
];

/** Every block carries its paragraph id; the ids plugin sets it. */
const ParagraphId = Extension.create({
  name: 'paragraphId',
  addGlobalAttributes: () => [
    { types: BLOCKS, attributes: { id: { default: null, parseHTML: () => null, renderHTML: ({ id }) => ({ 'data-paragraph': String(id) }) } } },
  ],
});

export interface SharedText {
  readonly section: Pick<SectionConnection, 'doc' | 'presence' | 'pause'>;
  readonly drawCaret: DrawCaret;
  /** Something pasted was too long and did not enter the text. */
  readonly onPasteRefused: () => void;
}

interface SharedStorage {
  readonly body: Y.XmlFragment;
  readonly undo: OwnUndo;
}

declare module '@tiptap/core' {
  interface Storage {
    sharedText: SharedStorage;
  }
}

/** Ids first, then the shared text, then the carets of others; undo takes back one's own changes only. */
const shared = ({ section: { doc, presence, pause }, drawCaret, onPasteRefused }: SharedText) => {
  const body = doc.getXmlFragment('body');
  return Extension.create<object, SharedStorage>({
    name: 'sharedText',
    addStorage: () => ({ body, undo: new OwnUndo(body) }),
    addProseMirrorPlugins() {
      const { undo } = this.storage;
      const compose = (): (() => void) => {
        const ends = [undo.oneStep(), pause()];
        return () => ends.forEach((end) => end());
      };
      return [
        tablesPlugin(),
        footnotesPlugin(),
        paragraphIdsPlugin(),
        sectionSyncPlugin(body),
        cursorsPlugin(body, presence, drawCaret),
        anchorsPlugin(body),
        composingPlugin(compose),
        pastePlugin(onPasteRefused),
        paragraphNumbersPlugin(),
        noteNumbersPlugin(),
        referenceLabelsPlugin(),
      ];
    },
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
};

/** The same schema as `sectionSchema` of the collab package; a test compares the two. */
export const formatExtensions = [
  StarterKit.configure({
    document: false,
    undoRedo: false,
    trailingNode: false,
    strike: false,
    underline: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    orderedList: false,
    heading: false,
  }),
  Document,
  ParagraphId,
  Heading,
  Link,
  OrderedList,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Footnote,
  FootnoteMark,
  ParagraphReference,
];

export const sectionExtensions = (text: SharedText) => [...formatExtensions, shared(text)];
