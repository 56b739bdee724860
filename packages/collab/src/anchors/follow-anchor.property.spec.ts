import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { edit, EDITS } from '../binding/random-edits.fixture.js';
import type { HeadlessEditor } from '../binding/replicas.fixture.js';
import { WatchedThread } from './watched-thread.fixture.js';

// Letters that no edit types: wherever they stand, they are the thread's; and those around it.
const MARKED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭';
const OWN = /[①-⑭]/;
const FOREIGN = /[WXYZ]/;
const START = ['WWWW WWWW', { heading: 1, text: 'XXXX' }, `XXX ${MARKED} YYY`, 'ZZZZ'] as const;

// Not `fc.double`: most doubles are next to nothing, and every edit would be at the start.
const fraction = fc.nat(1_000).map((thousandths) => thousandths / 1_000);
const names = Object.keys(EDITS) as (keyof typeof EDITS)[];
const step = fc.record({
  writer: fc.nat(2),
  does: fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...names) }, { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) }),
  from: fraction,
  width: fraction,
});
type Step = ReturnType<typeof step.generate>['value'];

function act(editor: HeadlessEditor, { does, from, width }: Step): void {
  if (does === 'undo' || does === 'redo') editor.undo[does]();
  else edit(editor, EDITS[does], from, width);
}

const isUndo = ({ does }: Step): boolean => does === 'undo' || does === 'redo';

function expectSameEverywhere(thread: WatchedThread): void {
  const shown = thread.section.editors.map((editor) => thread.shown(editor));
  expect(new Set(shown).size).toBe(1);
}

/** A block that is made another while somebody types in it may live on twice: the thread follows one. */
const isCopied = ({ text }: WatchedThread): boolean => [...MARKED].some((letter) => text.string.split(letter).length > 2);

describe('a thread’s words among random edits', () => {
  it('[TH12] [TH13] one after the other: found whole wherever they stand whole, and never at words of another place', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const thread = new WatchedThread(START, MARKED, 3);
        let hasCopies = false;
        for (const each of steps) {
          act(thread.section.editor(isUndo(each) ? 0 : each.writer), each);
          thread.settle();
          hasCopies ||= isCopied(thread);
          if (FOREIGN.test(thread.words ?? '')) expect(thread.words).toMatch(OWN);
          if (thread.text.string.includes(MARKED) && !hasCopies) expect(thread.words).toContain(MARKED);
          expectSameEverywhere(thread);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[TH12] [TH13] at the same time: never at words of another place, and not lost while their own stand together', () => {
    const travels = fc.constantFrom('push', 'pull', 'nothing');
    fc.assert(
      fc.property(fc.array(fc.tuple(step, travels), { maxLength: 30 }), (steps) => {
        const thread = new WatchedThread(START, MARKED, 3);
        let hasCopies = false;
        const check = (): void => {
          hasCopies ||= isCopied(thread);
          if (FOREIGN.test(thread.words ?? '')) expect(thread.words).toMatch(OWN);
          if (thread.text.string.includes(MARKED) && !hasCopies) expect(thread.words).toMatch(OWN);
        };
        for (const [each, travel] of steps) {
          const editor = thread.section.editor(each.writer);
          act(editor, each);
          if (travel === 'push') thread.section.push(editor);
          if (travel === 'pull') thread.section.pull(editor);
          thread.look();
          check();
        }
        thread.settle();
        check();
        expectSameEverywhere(thread);
      }),
      { numRuns: 150 },
    );
  });
});
