import { EditorState, type Transaction } from 'prosemirror-state';
import type * as Y from 'yjs';
import { OwnUndo } from '../binding/own-undo.js';
import { paragraphIdsPlugin } from '../binding/paragraph-ids-plugin.js';
import { SectionBinding, type BoundEditor } from '../binding/section-binding.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { footnotesPlugin } from '../structure/footnotes-plugin.js';
import { tablesPlugin } from '../structure/tables-plugin.js';

/** An editor without a screen on a shared text, with what the editor of the web does to it. */
export class BareEditor implements BoundEditor {
  state: EditorState;
  readonly undo: OwnUndo;
  private binding: SectionBinding | null = null;

  constructor(doc: Y.Doc, newId?: () => string) {
    this.state = EditorState.create({ schema: sectionSchema, plugins: [tablesPlugin(), footnotesPlugin(), paragraphIdsPlugin(newId)] });
    this.binding = new SectionBinding(doc.getXmlFragment(BODY), this);
    this.undo = new OwnUndo(doc.getXmlFragment(BODY), newId);
  }

  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = before.apply(transaction);
    this.binding?.editorChanged(before); // null while the binding is being made, which takes its first look by itself
  }

  destroy(): void {
    this.undo.destroy();
    this.binding?.destroy();
  }
}
