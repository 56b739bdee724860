import * as Y from 'yjs';
import { isInlineNode } from '../schema/inline-node.js';
import { schemaOfNode } from '../schema/versions.js';

/** The oldest schema that can show what an update brings (R11). */
export const schemaOfItems = (items: readonly Y.Item[]): number => Math.max(1, ...items.map(({ content }) => schemaOfContent(content)));

function schemaOfContent(content: Y.Item['content']): number {
  if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement) return schemaOfNode(content.type.nodeName);
  return content instanceof Y.ContentEmbed && isInlineNode(content.embed) ? schemaOfNode(content.embed.type) : 1;
}
