import { diff } from 'lib0/diff/patience';
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { blockElement, setBlockAttribute } from '../schema/block-element.js';
import { runsOfNode } from './runs.js';
import type { ShownBlocks } from './shown-blocks.js';
import { newText, writeText } from './write-text.js';

/**
 * Makes the shared text say what the editor's document says. Blocks are matched by paragraph id and never by likeness, so
 * that a block keeps its id for life (R18). To be called inside a Yjs transaction.
 *
 * @param caret position in `document` at which the change began, null if unknown
 */
export function writeSection(body: Y.XmlFragment, document: Node, shown: ShownBlocks, caret: number | null): void {
  writeBlocks(body, document, shown, caret);
}

/** `caret` counts from the start of the parent's content. */
function writeBlocks(parent: Y.XmlFragment, wanted: Node, shown: ShownBlocks, caret: number | null): void {
  const nodes = childrenOf(wanted);
  let shift = 0;
  for (const { index, remove, insert } of diff(blocksOf(parent).map(keyOfBlock), nodes.map(keyOfNode))) {
    const at = index + shift;
    if (remove.length > 0) parent.delete(at, remove.length);
    if (insert.length > 0) parent.insert(at, nodes.slice(at, at + insert.length).map((node) => newBlock(node, shown)));
    shift += insert.length - remove.length;
  }
  let start = 0;
  blocksOf(parent).forEach((block, index) => {
    const node = nodes[index];
    if (node === undefined) return;
    writeBlock(block, node, shown, caret === null ? null : caret - start - 1);
    start += node.nodeSize;
  });
}

function writeBlock(block: Y.XmlElement, node: Node, shown: ShownBlocks, caret: number | null): void {
  if (shown.get(block) === node) return;
  shown.set(block, node);
  const attributes: Record<string, unknown> = block.getAttributes();
  for (const [name, value] of Object.entries(node.attrs)) {
    if (name !== 'id' && value !== null && attributes[name] !== value) setBlockAttribute(block, name, value);
  }
  if (!node.isTextblock) return writeBlocks(block, node, shown, caret);
  const isHere = caret !== null && caret >= 0 && caret <= node.content.size;
  writeText(block, runsOfNode(node), isHere ? caret : null);
}

function newBlock(node: Node, shown: ShownBlocks): Y.XmlElement {
  const block = blockElement(node.type.name, node.attrs);
  block.insert(0, node.isTextblock ? [newText(runsOfNode(node))] : childrenOf(node).map((child) => newBlock(child, shown)));
  shown.set(block, node);
  return block;
}

const childrenOf = (node: Node): readonly Node[] => node.content.content;

const blocksOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter((child) => child instanceof Y.XmlElement);

// A block of another type is another block, although it keeps the id: Yjs cannot rename an element.
const keyOfBlock = (block: Y.XmlElement): string => `${block.nodeName} ${block.getAttribute('id') ?? ''}`;
const keyOfNode = ({ type, attrs }: Node): string => `${type.name} ${attrs['id'] ?? ''}`;
