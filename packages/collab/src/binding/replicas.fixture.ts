import { EditorState, type Plugin, type Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { judgeUpdate } from '../gate/judge-update.js';
import type { Refusal } from '../gate/judgement.js';
import { repairAfter } from '../gate/repair-after.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { seedUpdate, type SeedBlock } from '../seed/seed-update.js';
import { footnotesPlugin } from '../structure/footnotes-plugin.js';
import { tablesPlugin } from '../structure/tables-plugin.js';
import { OwnUndo } from './own-undo.js';
import { paragraphIdsPlugin } from './paragraph-ids-plugin.js';
import { SectionBinding, type BoundEditor } from './section-binding.js';

/** Ids in the order in which they are asked for. */
export function countingIds(prefix = 0): () => string {
  let next = 0;
  return () => `p-${String(prefix).padStart(4, '0')}${String(next++).padStart(6, '0')}`;
}

/** An editor without a screen, bound to a replica of its own. */
export class HeadlessEditor implements BoundEditor {
  readonly doc = new Y.Doc({ gc: false });
  readonly body = this.doc.getXmlFragment(BODY);
  readonly undo: OwnUndo;
  readonly emitted: Uint8Array[] = [];
  state: EditorState;
  private readonly binding: SectionBinding;

  constructor(
    readonly lease: number,
    initial: Uint8Array,
    plugins: readonly Plugin[] = [],
  ) {
    const newId = countingIds(lease);
    Y.applyUpdate(this.doc, initial);
    this.doc.clientID = lease;
    this.state = EditorState.create({ schema: sectionSchema, plugins: [tablesPlugin(), footnotesPlugin(), paragraphIdsPlugin(newId), ...plugins] });
    this.binding = new SectionBinding(this.body, this);
    this.undo = new OwnUndo(this.body, newId);
    this.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: unknown, transaction: Y.Transaction) => {
      if (transaction.local) this.emitted.push(update);
    });
  }

  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = before.apply(transaction);
    // Absent only while the binding is being made, which takes its first look by itself.
    Reflect.get(this, 'binding')?.editorChanged(before);
  }
}

/** A section on the server and the editors of those who write it. Nothing travels until it is delivered. */
export class SharedSection {
  server = new Y.Doc();
  readonly refusals: Refusal[] = [];
  readonly editors: HeadlessEditor[];
  private readonly seed: Uint8Array;
  private readonly repairIds = countingIds(9999);
  private nextLease = 10;
  private readonly log: { readonly lease: number; readonly bytes: Uint8Array }[] = [];
  private readonly read = new Map<HeadlessEditor, number>();

  constructor(blocks: readonly SeedBlock[], writers = 2) {
    this.seed = seedUpdate({ blocks, lease: 1, newId: countingIds() });
    Y.applyUpdate(this.server, this.seed);
    this.editors = Array.from({ length: writers }, (_, index) => new HeadlessEditor(index + 2, this.seed));
  }

  /** Everything the server took, in its order. */
  get written(): readonly { readonly lease: number; readonly bytes: Uint8Array }[] {
    return [{ lease: 1, bytes: this.seed }, ...this.log];
  }

  editor(index: number): HeadlessEditor {
    const editor = this.editors[index];
    if (editor === undefined) throw new RangeError(`no editor ${index}`);
    return editor;
  }

  /** Sends what this editor wrote through the gate. Refused, it is replaced by one that loads the text anew (R17). */
  push(editor: HeadlessEditor): void {
    for (const bytes of editor.emitted.splice(0)) {
      const judgement = judgeUpdate(this.server, { bytes, lease: editor.lease });
      if (!judgement.ok) return this.reload(editor, judgement);
      this.log.push({ lease: editor.lease, bytes });
      const repair = judgement.needsRepair ? repairAfter(this.server, 1, this.repairIds) : null;
      if (repair !== null) this.log.push({ lease: 1, bytes: repair });
    }
  }

  private reload(editor: HeadlessEditor, refusal: Refusal): void {
    this.refusals.push(refusal);
    if (refusal.tainted) this.rebuildServer();
    const renewed = new HeadlessEditor(this.nextLease++, Y.encodeStateAsUpdate(this.server));
    this.read.set(renewed, this.log.length);
    this.editors.splice(this.editors.indexOf(editor), 1, renewed);
  }

  private rebuildServer(): void {
    this.server = new Y.Doc();
    Y.applyUpdate(this.server, this.seed);
    this.log.forEach(({ bytes }) => Y.applyUpdate(this.server, bytes));
  }

  /** Gives this editor everything that others wrote since it last looked. */
  pull(editor: HeadlessEditor): void {
    const rows = this.log.slice(this.read.get(editor) ?? 0);
    this.read.set(editor, this.log.length);
    rows.filter((row) => row.lease !== editor.lease).forEach((row) => Y.applyUpdate(editor.doc, row.bytes));
  }

  sync(): void {
    [...this.editors].forEach((editor) => this.push(editor));
    this.editors.forEach((editor) => this.pull(editor));
  }
}
