import type { Node } from 'prosemirror-model';
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { toEditorPosition, toSharedPosition } from './positions.js';
import { readSection } from './read-section.js';
import { sectionSyncKey } from './section-sync-key.js';
import { showChange } from './show-change.js';
import { ShownBlocks } from './shown-blocks.js';
import { writeSection } from './write-section.js';

/** What a binding needs of an editor; ProseMirror's `EditorView` is one. */
export interface BoundEditor {
  readonly state: EditorState;
  dispatch(transaction: Transaction): void;
}

interface SharedSelection {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/**
 * Keeps an editor and the shared text of a section in step. Writes only what the editor's user changed: nothing when the
 * editor is mounted and nothing in answer to what comes from others (R11, R18).
 */
export class SectionBinding {
  private readonly shown = new ShownBlocks();
  /** The editor's document that is in step with the shared text. */
  private document: Node;
  private phase: 'idle' | 'showing' | 'writing' = 'idle';
  private selection: SharedSelection | null = null;

  constructor(
    private readonly body: Y.XmlFragment,
    private readonly editor: BoundEditor,
    /** Brings the editor's selection up to date. */
    private readonly noticeSelection: () => void = () => undefined,
  ) {
    this.document = editor.state.doc;
    body.observeDeep(this.sharedTextChanged);
    body.doc?.on('beforeAllTransactions', this.keepSelection);
    this.show();
  }

  destroy(): void {
    this.body.unobserveDeep(this.sharedTextChanged);
    this.body.doc?.off('beforeAllTransactions', this.keepSelection);
  }

  /** To be called after each state the editor takes on, with the one before it. */
  editorChanged(before: EditorState): void {
    const { doc, selection } = this.editor.state;
    if (this.phase !== 'idle' || doc === this.document) return;
    const caret = Math.min(before.selection.from, selection.from);
    this.phase = 'writing';
    try {
      this.body.doc?.transact(() => writeSection(this.body, doc, this.shown, caret), sectionSyncKey);
    } finally {
      this.phase = 'idle';
    }
    this.document = doc;
  }

  private readonly sharedTextChanged = (_events: unknown, transaction: Y.Transaction): void => {
    if (this.phase === 'writing') return;
    this.shown.forgetChanged(transaction);
    this.show(transaction.origin instanceof Y.UndoManager);
  };

  private readonly keepSelection = (): void => {
    if (this.phase !== 'idle') return;
    this.noticeSelection();
    const { doc, selection } = this.editor.state;
    const anchor = toSharedPosition(this.body, doc, selection.anchor);
    const head = toSharedPosition(this.body, doc, selection.head);
    this.selection = selection instanceof TextSelection && anchor && head ? { anchor, head } : null;
  };

  /** `isReplay`: it is what the editor's own user takes back or does again. */
  private show(isReplay = false): void {
    const { state } = this.editor;
    const transaction = state.tr.setMeta('addToHistory', false).setMeta(sectionSyncKey, true);
    showChange(transaction, readSection(this.body, state.schema, this.shown));
    if (!transaction.docChanged) return;
    this.restoreSelection(transaction);
    if (isReplay) goToChange(transaction);
    this.phase = 'showing';
    try {
      this.editor.dispatch(transaction);
    } finally {
      this.phase = 'idle';
    }
    this.document = this.editor.state.doc;
  }

  private restoreSelection(transaction: Transaction): void {
    if (this.selection === null) return;
    const anchor = toEditorPosition(this.body, transaction.doc, this.selection.anchor);
    const head = toEditorPosition(this.body, transaction.doc, this.selection.head);
    if (anchor === null || head === null) return;
    const selection = TextSelection.between(transaction.doc.resolve(anchor), transaction.doc.resolve(head));
    if (!selection.eq(transaction.selection)) transaction.setSelection(selection);
  }
}

/** The caret goes to the end of what came back or went in a line; where blocks were split or joined it stays with its letters. */
function goToChange(transaction: Transaction): void {
  const ranges: [number, number][] = [];
  transaction.mapping.maps.at(-1)?.forEach((_from, _to, from, to) => ranges.push([from, to]));
  for (const [from, to] of ranges) {
    const [start, end] = [transaction.doc.resolve(from), transaction.doc.resolve(to)];
    if (start.parent.isTextblock && start.sameParent(end)) transaction.setSelection(TextSelection.create(transaction.doc, to)).scrollIntoView();
  }
}
