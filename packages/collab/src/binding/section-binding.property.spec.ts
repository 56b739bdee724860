import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentHash, hashOfDocument } from '../canonical/content-hash.js';
import type { UpdateProblem } from '../gate/judgement.js';
import { edit, EDITS } from './random-edits.fixture.js';
import { SharedSection, type HeadlessEditor } from './replicas.fixture.js';

// What two people can do to each other honestly: the later one's words go to the tray.
const CONFLICTS: readonly UpdateProblem[] = ['parent-gone', 'paragraph-id-taken'];

const START = ['First paragraph', { heading: 1, text: 'Heading' }, 'aaa aaa', ''] as const;
// Evenly over the text: floating-point numbers would crowd at its beginning.
const fraction = fc.nat(1_000).map((thousandths) => thousandths / 1_000);
const names = Object.keys(EDITS) as (keyof typeof EDITS)[];
const step = fc.record({
  writer: fc.nat(2),
  does: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...names) }, { weight: 2, arbitrary: fc.constantFrom('undo', 'redo') }),
  from: fraction,
  width: fraction,
  travels: fc.constantFrom('push', 'pull', 'nothing'),
});

function act(editor: HeadlessEditor, { does, from, width }: { does: string; from: number; width: number }): void {
  if (does === 'undo' || does === 'redo') return editor.undo[does]();
  const command = Object.entries(EDITS).find(([name]) => name === does)?.[1];
  if (command !== undefined) edit(editor, command, from, width);
}

function expectOneText(section: SharedSection): void {
  const hash = contentHash(section.server);
  for (const editor of section.editors) {
    editor.state.doc.check();
    expect(contentHash(editor.doc)).toBe(hash);
    expect(hashOfDocument(editor.state.doc.toJSON())).toBe(hash);
    const ids: unknown[] = [];
    editor.state.doc.descendants((node) => void (node.isBlock && ids.push(node.attrs['id'])));
    expect(new Set(ids).size).toBe(ids.length);
  }
}

describe('editors on the shared text', () => {
  it('[R18] refuses nothing when each edit has reached everybody before the next', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const section = new SharedSection(START, 3);
        for (const { writer, ...rest } of steps) {
          act(section.editor(writer), rest);
          section.sync();
        }
        expect(section.refusals).toEqual([]);
        expectOneText(section);
      }),
      { numRuns: 200 },
    );
  });

  it('[R2] show one text after any honest edits at the same time, and refuse only what meets a removed block', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const section = new SharedSection(START, 3);
        for (const { writer, travels, ...rest } of steps) {
          const editor = section.editor(writer);
          act(editor, rest);
          if (travels === 'push') section.push(editor);
          if (travels === 'pull') section.pull(editor);
        }
        section.sync();
        section.sync();
        for (const { problem } of section.refusals) expect(CONFLICTS).toContain(problem);
        expectOneText(section);
      }),
      { numRuns: 200 },
    );
  });
});
