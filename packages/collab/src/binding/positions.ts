import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { textsOf } from './write-text.js';

/**
 * A position of the editor as a place in the shared text, which stays with its neighbours whatever others type. `document` has
 * to show `body` as it is. Null when the position is in a block that is not in the shared text.
 */
export function toSharedPosition(body: Y.XmlFragment, document: Node, position: number): Y.RelativePosition | null {
  const place = document.resolve(position);
  let parent = body;
  for (let depth = 0; depth < place.depth; depth++) {
    const block = parent.toArray()[place.index(depth)];
    if (!(block instanceof Y.XmlElement)) return null;
    parent = block;
  }
  if (!place.parent.isTextblock) return Y.createRelativePositionFromTypeIndex(parent, Math.min(place.index(), parent.length));
  let offset = place.parentOffset;
  for (const text of textsOf(parent)) {
    if (offset <= text.length) return Y.createRelativePositionFromTypeIndex(text, offset, -1);
    offset -= text.length;
  }
  return Y.createRelativePositionFromTypeIndex(parent, 0);
}

/** The way back; null when the place is gone. */
export function toEditorPosition(body: Y.XmlFragment, document: Node, shared: Y.RelativePosition): number | null {
  const found = body.doc && Y.createAbsolutePositionFromRelativePosition(shared, body.doc);
  if (!found) return null;
  const { type, index } = found;
  if (type instanceof Y.XmlText) {
    const block = type.parent;
    if (!(block instanceof Y.XmlElement)) return null;
    const start = startOf(body, document, block);
    const texts = textsOf(block);
    const before = texts.slice(0, texts.indexOf(type)).reduce((length, text) => length + text.length, 0);
    return start === null || !texts.includes(type) ? null : clamped(start.node, start.position, before + index);
  }
  const start = type instanceof Y.XmlFragment ? startOf(body, document, type) : null;
  if (start === null) return null;
  const children = start.node.isTextblock ? [] : start.node.content.content.slice(0, index);
  return start.position + children.reduce((size, child) => size + child.nodeSize, 0);
}

const clamped = (node: Node, start: number, offset: number): number => start + Math.min(offset, node.content.size);

/** The node that shows a block and the position at which its content begins. */
function startOf(body: Y.XmlFragment, document: Node, block: Y.XmlFragment): { node: Node; position: number } | null {
  if (block === body) return { node: document, position: 0 };
  const parent = block.parent;
  const around = parent instanceof Y.XmlFragment ? startOf(body, document, parent) : null;
  if (around === null || !(parent instanceof Y.XmlFragment)) return null;
  const index = parent.toArray().findIndex((child) => child === block);
  const node = around.node.maybeChild(index);
  if (!node) return null;
  const before = around.node.content.content.slice(0, index).reduce((size, child) => size + child.nodeSize, 0);
  return { node, position: around.position + before + 1 };
}
