import type { NodeJson } from '../canonical/document-json.js';
import { jcs } from '../canonical/jcs.js';
import { sectionSchema } from '../schema/section-schema.js';
import { isSuggestionName, SUGGESTION, suggestionsOf, type SuggestionPart } from './suggestion.js';

/** Whether a suggestion of this id is of the person who is judged. */
export type IsOwn = (id: unknown) => boolean;

/** A character or an inline node of a text block. */
export interface Unit {
  /** Equal for what reads equal and carries the same marks, those of the person left out. */
  readonly key: string;
  /** Its place in the block as it stands, with all suggestions. */
  readonly at: number;
  readonly isSuggested: boolean;
}

/** A block as if one person had suggested nothing. */
export interface BlockView {
  readonly id: unknown;
  /** Type and attributes, those of the person's suggestions left out. */
  readonly form: string;
  readonly blocks: readonly BlockView[];
  /** As it stands, with all suggestions. */
  readonly node: NodeJson;
}

/**
 * A document as if one person had suggested nothing: without the words and blocks that they propose, and without their marks.
 * A block of theirs in which others wrote stays with its attribute: nobody takes away what others wrote with their own.
 */
export function viewWithout(node: NodeJson, isOwn: IsOwn): BlockView | null {
  const blocks = (node.content ?? []).filter((child) => !isInline(child))
    .map((child) => viewWithout(child, isOwn))
    .filter((view) => view !== null);
  const isProposed = proposes(node, isOwn);
  if (isProposed && blocks.length === 0 && unitsOf(node, isOwn).length === 0) return null;
  const isKept = ({ name, id }: SuggestionPart): boolean => !isOwn(id) || (isProposed && name === SUGGESTION.insertion);
  const kept = new Set(suggestionsOf(node).filter(isKept).map(({ name }) => name));
  const attrs = Object.entries(node.attrs ?? {}).filter(([name, value]) => (isSuggestionName(name) ? kept.has(name) : value !== undefined));
  return { id: node.attrs?.['id'], form: jcs({ type: node.type, attrs: Object.fromEntries(attrs) }), blocks, node };
}

export const isInline = ({ type }: NodeJson): boolean => sectionSchema.nodes[type]?.isInline === true;

const proposes = (node: NodeJson, isOwn: IsOwn): boolean => suggestionsOf(node).some(({ name, id }) => name === SUGGESTION.insertion && isOwn(id));

/** The characters and inline nodes of a text block, without those that the person proposes. */
export function unitsOf({ content = [] }: NodeJson, isOwn: IsOwn): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  for (const child of content.filter(isInline)) {
    const letters = child.text ?? ' ';
    if (!proposes(child, isOwn)) {
      const own = suggestionsOf(child).filter(({ id }) => isOwn(id));
      const marks = (child.marks ?? []).filter(({ type, attrs: { id } = {} }) => !own.some((part) => part.name === type && part.id === id));
      const rest = jcs({ type: child.type, attrs: child.attrs, marks: marks.map(jcs).sort() });
      const isSuggested = suggestionsOf(child).length > 0;
      for (let index = 0; index < letters.length; index++) units.push({ key: `${letters[index] ?? ''}${rest}`, at: at + index, isSuggested });
    }
    at += letters.length;
  }
  return units;
}
