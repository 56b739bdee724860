import { LIMITS } from '@expert-forum/domain';
import { sectionSchema } from '@expert-forum/collab';
import { Slice, Fragment, type Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { fits } from './paste-limits.js';

const words = (text: string): Node => sectionSchema.node('paragraph', null, text === '' ? [] : [sectionSchema.text(text)]);
const stateWith = (...blocks: Node[]): EditorState => EditorState.create({ doc: sectionSchema.node('doc', null, blocks) });
const pasted = (...blocks: Node[]): Slice => new Slice(Fragment.from(blocks), 0, 0);
const quoted = (depth: number): Node => (depth === 0 ? words('x') : sectionSchema.node('blockquote', null, [quoted(depth - 1)]));

describe('what is too long to be pasted', () => {

  it('[R11] is what makes the section longer than it may be', () => {
    const half = 'a'.repeat(LIMITS.document.characters / 2);
    expect(fits(stateWith(words(half)), pasted(words(half)))).toBe(true);
    expect(fits(stateWith(words(half)), pasted(words(`${half}b`)))).toBe(false);
  });

  it('[R4] is what needs more structs or bytes than one update may have', () => {
    const paragraphs = (count: number): Node[] => Array.from({ length: count }, (_, index) => words(`Paragraph ${index}`));
    expect(fits(stateWith(words('')), pasted(...paragraphs(1_200)))).toBe(true);
    expect(fits(stateWith(words('')), pasted(...paragraphs(1_300)))).toBe(false);
  });

  it('[R11] is what is nested deeper than a text may be', () => {
    expect(fits(stateWith(words('')), pasted(quoted(LIMITS.document.depth - 2)))).toBe(true);
    expect(fits(stateWith(words('')), pasted(quoted(LIMITS.document.depth)))).toBe(false);
  });
});
