import type { Node, Schema } from 'prosemirror-model';
import * as Y from 'yjs';
import { nodesOfRuns, runsOfText } from './runs.js';
import { ShownBlocks } from './shown-blocks.js';

/**
 * The shared text as an editor's document. Never changes the shared text: a block that edits of several people left without
 * the content it needs is shown with an empty one, until the server's repair arrives.
 */
export function readSection(body: Y.XmlFragment, schema: Schema, shown: ShownBlocks = new ShownBlocks()): Node {
  const blocks = readBlocks(body, schema, shown);
  return filled(schema, 'doc', {}, blocks);
}

const readBlocks = (parent: Y.XmlFragment, schema: Schema, shown: ShownBlocks): Node[] =>
  parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return nodesOfRuns(schema, runsOfText(child));
    return child instanceof Y.XmlElement ? [readBlock(child, schema, shown)] : [];
  });

function readBlock(block: Y.XmlElement, schema: Schema, shown: ShownBlocks): Node {
  const known = shown.get(block);
  if (known !== undefined) return known;
  const node = filled(schema, block.nodeName, block.getAttributes(), readBlocks(block, schema, shown));
  shown.set(block, node);
  return node;
}

function filled(schema: Schema, name: string, attributes: Record<string, unknown>, content: Node[]): Node {
  const node = schema.nodes[name]?.createAndFill(attributes, content);
  if (!node) throw new Error(`the text holds a ${name} that this editor cannot show`);
  return node;
}
