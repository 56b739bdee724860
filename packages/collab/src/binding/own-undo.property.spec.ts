import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from '../canonical/content-hash.js';
import { edit, EDITS } from './random-edits.fixture.js';
import { SharedSection, type HeadlessEditor } from './replicas.fixture.js';

const fraction = fc.nat(1_000).map((thousandths) => thousandths / 1_000);
// Few kinds, so that what is undone comes back many times over: copies of copies.
const names = ['letter', 'letter', 'word', 'remove', 'remove', 'splitBlock', 'joinBackward', 'link'] as const;
const step = fc.record({
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 1, arbitrary: fc.constant('rest' as const) },
  ),
  from: fraction,
  width: fraction,
});
type Step = ReturnType<typeof step.generate>['value'];

/** The first one that was found: two replicas read `Second` and `Seondc`. */
const FOUND: Step[] = (
  [
    ['letter', 0.118],
    ['undo'],
    ['letter', 0, 0.417],
    ['undo'],
    ['letter'],
    ['undo'],
    ['letter'],
    ['letter', 0.223],
    ['undo'],
    ['undo'],
    ['rest'],
    ['letter'],
    ['letter', 0, 0.25],
    ['letter'],
    ['letter'],
    ['redo'],
    ['remove', 0.053, 0.75],
    ['undo'],
    ['letter'],
    ['letter'],
    ['letter'],
    ['letter'],
    ['letter'],
    ['letter'],
    ['undo'],
  ] as const
).map(([does, from = 0, width = 0]) => ({ does, from, width }));

function act(editor: HeadlessEditor, { does, from, width }: Step): void {
  if (does === 'rest') editor.undo.endStep();
  else if (does === 'undo' || does === 'redo') editor.undo[does]();
  else edit(editor, EDITS[does], from, width);
}

describe('undo again and again', () => {
  it('[R2] leaves every replica with the text of whoever undid', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 50 }), (steps) => {
        const section = new SharedSection(['First', 'Second', '']);
        for (const each of steps) {
          act(section.editor(0), each);
          section.sync();
          expect(contentHash(section.server)).toBe(contentHash(section.editor(0).doc));
        }
        expect(section.refusals).toEqual([]);
      }),
      { numRuns: 150, examples: [[FOUND]] },
    );
  });
});
