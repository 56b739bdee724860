import * as Y from 'yjs';
import { newParagraphId } from '../paragraph-ids/paragraph-id.js';
import { setBlockAttribute } from '../schema/block-element.js';
import { sectionSyncKey } from './section-sync-key.js';
import { straighten } from './straighten.js';

/**
 * Undo and redo of what this editor's user changed and nobody else. Blocks into which a colleague typed meanwhile stay, with
 * the colleague's words only.
 */
export class OwnUndo {
  private readonly manager: Y.UndoManager;

  constructor(
    private readonly body: Y.XmlFragment,
    private readonly newId: () => string = newParagraphId,
  ) {
    this.manager = new Y.UndoManager(body, {
      trackedOrigins: new Set([sectionSyncKey]),
      deleteFilter: mayDelete,
    });
  }

  get canUndo(): boolean {
    return this.manager.canUndo();
  }

  get canRedo(): boolean {
    return this.manager.canRedo();
  }

  undo(): void {
    this.replay('undoing', () => this.manager.undo());
  }

  redo(): void {
    this.replay('redoing', () => this.manager.redo());
  }

  /** What follows is a step of its own, however soon it follows. */
  endStep(): void {
    this.manager.stopCapturing();
  }

  /** Everything until the answer is called is one step, however long it takes: a composed letter is typed many times over. */
  oneStep(): () => void {
    const { captureTimeout } = this.manager;
    this.endStep();
    this.manager.captureTimeout = Infinity;
    return () => {
      this.manager.captureTimeout = captureTimeout;
      this.endStep();
    };
  }

  destroy(): void {
    this.manager.destroy();
  }

  /**
   * Bringing a block back can meet a second copy of it that lives on because a colleague typed there. The copy that is coming
   * back gets a new id in the same transaction: two blocks of one id would be refused (R18). Yjs looks at the direction when
   * the outer transaction ends, after its own method has reset it.
   */
  private replay(direction: 'undoing' | 'redoing', step: () => void): void {
    const { manager } = this;
    try {
      this.body.doc?.transact((transaction) => {
        step();
        renewTakenIds(this.body, transaction, this.newId);
        straighten(transaction);
        manager[direction] = true;
      }, manager);
    } finally {
      manager[direction] = false;
    }
  }
}

/** An id goes with its block and never alone; a block or text stays while it holds something. */
const mayDelete = (item: Y.Item): boolean =>
  item.parentSub !== 'id' && !(item.content instanceof Y.ContentType && item.content.type._length > 0);

function renewTakenIds(body: Y.XmlFragment, transaction: Y.Transaction, newId: () => string): void {
  const brought: Y.XmlElement[] = [];
  const standing = new Set<string | undefined>();
  for (const element of elementsIn(body)) {
    if (isNew(element, transaction)) brought.push(element);
    else standing.add(element.getAttribute('id'));
  }
  for (const element of brought) {
    const id = element.getAttribute('id');
    if (standing.has(id)) setBlockAttribute(element, 'id', newId());
    standing.add(id);
  }
}

const isNew = ({ _item }: Y.XmlElement, { beforeState }: Y.Transaction): boolean =>
  _item !== null && _item.id.clock >= (beforeState.get(_item.id.client) ?? 0);

const elementsIn = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().flatMap((child) => (child instanceof Y.XmlElement ? [child, ...elementsIn(child)] : []));
