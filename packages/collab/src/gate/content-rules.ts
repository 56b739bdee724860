import type { ContentMatch } from 'prosemirror-model';
import * as Y from 'yjs';
import { sectionSchema } from '../schema/section-schema.js';

function namesIn(start: ContentMatch): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<ContentMatch>();
  const visit = (match: ContentMatch): void => {
    if (seen.has(match)) return;
    seen.add(match);
    for (let edge = 0; edge < match.edgeCount; edge++) {
      const { type, next } = match.edge(edge);
      names.add(type.name);
      visit(next);
    }
  };
  visit(start);
  return names;
}

// Inline nodes travel as characters of the text: a line break as a newline, the others as embeds.
const TEXT_ONLY: ReadonlySet<string> = new Set(['text']);
const CHILDREN = new Map(
  Object.values(sectionSchema.nodes).map((type) => [type.name, type.inlineContent ? TEXT_ONLY : namesIn(type.contentMatch)]),
);

/** May this block ever hold that one, at whatever place? */
export const mayHold = (parent: string, child: string): boolean => CHILDREN.get(parent)?.has(child) ?? false;

/** Is this sequence of children complete and in order, as ProseMirror's content check sees it? */
export function isComplete(parent: string, children: readonly string[]): boolean {
  let match: ContentMatch | null = sectionSchema.nodes[parent]?.contentMatch ?? null;
  for (const child of children) {
    const type = sectionSchema.nodes[child];
    match = (type && match?.matchType(type)) ?? null;
  }
  return match?.validEnd ?? false;
}

/** Node names of the live children, in order. */
export const childNames = (parent: Y.XmlFragment): string[] =>
  parent.toArray().map((child) => (child instanceof Y.XmlElement ? child.nodeName : 'text'));
