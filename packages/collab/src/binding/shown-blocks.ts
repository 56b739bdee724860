import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';

/** Which node of the editor shows which block of the shared text: blocks that nobody changed are neither read nor compared again. */
export class ShownBlocks {
  private readonly nodes = new WeakMap<Y.XmlElement, Node>();

  get(block: Y.XmlElement): Node | undefined {
    return this.nodes.get(block);
  }

  set(block: Y.XmlElement, node: Node): void {
    this.nodes.set(block, node);
  }

  /** Forgets the blocks that a transaction changed, and those around them. */
  forgetChanged(transaction: Y.Transaction): void {
    for (const type of transaction.changedParentTypes.keys()) {
      if (type instanceof Y.XmlElement) this.nodes.delete(type);
    }
  }
}
