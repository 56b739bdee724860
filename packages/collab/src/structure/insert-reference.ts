import type { Command } from 'prosemirror-state';
import type { ParagraphReference } from '../schema/inline-node.js';

/** Puts the number of a paragraph, which follows its renumbering, in place of what is selected. */
export const insertReference =
  ({ section, paragraph }: Omit<ParagraphReference, 'type'>): Command =>
  ({ selection, schema, tr }, dispatch) => {
    if (!selection.$from.parent.isTextblock || !selection.$from.sameParent(selection.$to)) return false;
    dispatch?.(tr.replaceSelectionWith(schema.node('paragraphReference', { section, paragraph }), true).scrollIntoView());
    return true;
  };
