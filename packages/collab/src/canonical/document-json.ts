import * as Y from 'yjs';
import { isInlineNode } from '../schema/inline-node.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { schemaOfNode } from '../schema/versions.js';

export interface MarkJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A node as ProseMirror writes it (`Node.toJSON`). */
export interface NodeJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly NodeJson[];
  readonly marks?: readonly MarkJson[];
  readonly text?: string;
}

/** The text of a section as ProseMirror JSON in its canonical form: the same text gives the same JSON on every replica. */
export const toDocumentJson = (doc: Y.Doc): NodeJson =>
  canonicalNode({ type: 'doc', content: blocksOf(doc.getXmlFragment(BODY)) });

const blocksOf = (parent: Y.XmlFragment): NodeJson[] =>
  parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return runsOf(child);
    if (!(child instanceof Y.XmlElement)) return [];
    return [{ type: child.nodeName, attrs: child.getAttributes(), content: blocksOf(child) }];
  });

/** A line break is a newline in the shared text, another inline node an embed; in the document both are nodes. */
function runsOf(text: Y.XmlText): NodeJson[] {
  const delta: readonly { insert: unknown; attributes?: Record<string, Record<string, unknown>> }[] = text.toDelta();
  return delta.flatMap(({ insert, attributes = {} }) => {
    const marks = Object.entries(attributes).map(([type, attrs]) => ({ type, attrs }));
    if (isInlineNode(insert)) {
      const { type, ...attrs } = insert;
      return [{ type, attrs, marks }];
    }
    const pieces = String(insert).split(/(\n)/).filter((piece) => piece !== '');
    return pieces.map((piece) => (piece === '\n' ? { type: 'hardBreak', marks } : { type: 'text', text: piece, marks }));
  });
}

/** The oldest schema that can show a document: what of it is hashed does not depend on who may read the section (R2). */
export const schemaOfDocument = ({ type, content = [] }: NodeJson): number => Math.max(schemaOfNode(type), ...content.map(schemaOfDocument));

/**
 * Defaults filled in, marks sorted by name, adjacent runs with equal marks joined, nothing empty; no Unicode normalisation.
 * Takes what the shared text or an editor says and makes the two comparable (R2).
 */
export function canonicalNode(node: NodeJson): NodeJson {
  const attrs = { ...defaultsOf(node.type), ...node.attrs };
  const marks = [...(node.marks ?? [])].map(canonicalMark).sort((a, b) => (a.type < b.type ? -1 : 1));
  const content = joinRuns((node.content ?? []).map(canonicalNode));
  return {
    type: node.type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(marks.length > 0 && { marks }),
    ...(content.length > 0 && { content }),
    ...(node.text !== undefined && { text: node.text }),
  };
}

const canonicalMark = ({ type, attrs = {} }: MarkJson): MarkJson => (Object.keys(attrs).length > 0 ? { type, attrs } : { type });

function defaultsOf(type: string): Record<string, unknown> {
  const attributes = Object.entries(sectionSchema.nodes[type]?.spec.attrs ?? {});
  return Object.fromEntries(attributes.map(([name, { default: value }]) => [name, value]));
}

function joinRuns(nodes: readonly NodeJson[]): NodeJson[] {
  const joined: NodeJson[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.text !== undefined && node.text !== undefined && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      joined.splice(-1, 1, { ...last, text: last.text + node.text });
    } else {
      joined.push(node);
    }
  }
  return joined;
}
