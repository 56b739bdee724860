import { SECTION_ID } from '@expert-forum/domain';
import { isParagraphId } from '../paragraph-ids/paragraph-id.js';

/** Points to a footnote of the same section by the id of its block. */
export interface FootnoteMark {
  readonly type: 'footnoteMark';
  readonly note: string;
}

/** Points to a paragraph of this or another section; its number is found when it is shown. */
export interface ParagraphReference {
  readonly type: 'paragraphReference';
  /** Id of the section. */
  readonly section: string;
  readonly paragraph: string;
}

/** An inline node that is no letter. The shared text keeps it as one embed, which counts one character. */
export type InlineNode = FootnoteMark | ParagraphReference;

const hasExactly = (value: object, ...names: string[]): boolean =>
  Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));

/** The value of an embed, if a section may hold it. */
export function isInlineNode(value: unknown): value is InlineNode {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'footnoteMark') return hasExactly(value, 'type', 'note') && 'note' in value && isParagraphId(value.note);
  if (value.type !== 'paragraphReference' || !hasExactly(value, 'type', 'section', 'paragraph')) return false;
  return 'section' in value && typeof value.section === 'string' && SECTION_ID.test(value.section) && 'paragraph' in value && isParagraphId(value.paragraph);
}
