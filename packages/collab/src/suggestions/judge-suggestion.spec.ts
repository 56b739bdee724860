import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MarkJson, NodeJson } from '../canonical/document-json.js';
import { judgeSuggestion, type SuggestionJudgement } from './judge-suggestion.js';
import { leaseOfSuggestion, SUGGESTION } from './suggestion.js';

const ulid = (n: number): string => String(n).padStart(26, '0');
const [MINE, MINE_TOO, THEIRS] = [`7:${ulid(1)}`, `8:${ulid(2)}`, `9:${ulid(3)}`];
const isOwn = (id: unknown): boolean => [7, 8].includes(leaseOfSuggestion(id) ?? 0);

const mark = (type: string, id: string): MarkJson => ({ type, attrs: { id } });
const bold: MarkJson = { type: 'bold' };
const inserted = (id = MINE): MarkJson => mark(SUGGESTION.insertion, id);
const struck = (id = MINE): MarkJson => mark(SUGGESTION.deletion, id);
const words = (text: string, ...marks: MarkJson[]): NodeJson => ({ type: 'text', text, marks });
const block = (id: string, content: NodeJson[], attrs: object = {}): NodeJson => ({ type: 'paragraph', attrs: { id, ...attrs }, content });
const doc = (...content: NodeJson[]): NodeJson => ({ type: 'doc', content });

const BASE = doc(block('p-1', [words('The Hub is a platform.')]), block('p-2', [words('It has '), words('nodes', struck(THEIRS)), words(' and staff', inserted(THEIRS)), words('.')]));
const [first, second] = BASE.content as [NodeJson, NodeJson];
const judge = (after: NodeJson, before = BASE): SuggestionJudgement => judgeSuggestion(before, after, isOwn);
const IS_FINE = { ok: true, unmarked: [] };
const refusedFor = (problem: string) => ({ ok: false, problem });

describe('[R15] who may only suggest', () => {
  it.each<[string, NodeJson]>([
    ['proposes words', doc(block('p-1', [words('The Hub is a '), words('light ', inserted()), words('platform.')]), second)],
    ['proposes them with a form', doc(block('p-1', [words('The Hub is a '), words('light ', inserted(), bold), words('platform.')]), second)],
    ['strikes words', doc(block('p-1', [words('The Hub is a '), words('platform', struck()), words('.')]), second)],
    ['strikes words that another strikes too', doc(first, block('p-2', [words('It has '), words('nodes', struck(THEIRS), struck()), words(' and staff', inserted(THEIRS)), words('.')]))],
    ['strikes words that another proposes', doc(first, block('p-2', [words('It has '), words('nodes', struck(THEIRS)), words(' and staff', inserted(THEIRS), struck()), words('.')]))],
    ['proposes words inside what another proposes', doc(first, block('p-2', [words('It has '), words('nodes', struck(THEIRS)), words(' and', inserted(THEIRS)), words(' paid', inserted()), words(' staff', inserted(THEIRS)), words('.')]))],
    ['proposes a block', doc(first, block('p-3', [words('More.', inserted())], { [SUGGESTION.insertion]: MINE }), second)],
    ['strikes a block, would join one and give one another form', doc({ ...first, attrs: { id: 'p-1', [SUGGESTION.deletion]: MINE, [SUGGESTION.form]: { id: MINE, type: 'heading', attrs: { level: 2 } } } }, { ...second, attrs: { id: 'p-2', [SUGGESTION.join]: MINE_TOO } })],
  ])('%s, and takes it back, under whatever lease', (_what, after) => {
    expect(judge(after)).toEqual(IS_FINE);
    expect(judge(BASE, after)).toEqual(IS_FINE);
  });

  it.each<[string, NodeJson, string]>([
    ['deletes words', doc(block('p-1', [words('The Hub is a form.')]), second), 'base-changed'],
    ['writes in place of words', doc(block('p-1', [words('The Hub was a platform.')]), second), 'base-changed'],
    ['gives words a form', doc(block('p-1', [words('The Hub is a '), words('platform', bold), words('.')]), second), 'base-changed'],
    ['gives a block a form', doc({ type: 'heading', attrs: { id: 'p-1', level: 1 }, content: first.content ?? [] }, second), 'base-changed'],
    ['adds a block without a mark', doc(first, block('p-3', []), second), 'base-changed'],
    ['removes a block', doc(first), 'base-changed'],
    ['splits a block', doc(block('p-1', [words('The Hub')]), block('p-3', [words(' is a platform.')]), second), 'base-changed'],
    ['moves a block', doc(second, first), 'base-changed'],
    ['accepts what another proposes', doc(first, block('p-2', [words('It has '), words('nodes', struck(THEIRS)), words(' and staff.')])), 'base-changed'],
    ['accepts what another strikes', doc(first, block('p-2', [words('It has '), words(' and staff', inserted(THEIRS)), words('.')])), 'base-changed'],
    ['rejects what another strikes', doc(first, block('p-2', [words('It has nodes'), words(' and staff', inserted(THEIRS)), words('.')])), 'base-changed'],
    ['rejects what another proposes', doc(first, block('p-2', [words('It has '), words('nodes', struck(THEIRS)), words('.')])), 'base-changed'],
    ['alters what another proposes', doc(first, block('p-2', [words('It has '), words('nodes', struck(THEIRS)), words(' and stuff', inserted(THEIRS)), words('.')])), 'base-changed'],
    ['takes over what another proposes', doc(first, block('p-2', [words('It has '), words('nodes', struck(THEIRS)), words(' and staff', inserted()), words('.')])), 'base-changed'],
    ['hides words under an own proposal', doc(block('p-1', [words('The Hub is a '), words('platform', inserted()), words('.')]), second), 'base-changed'],
    ['hides a block under an own proposal', doc({ ...first, attrs: { id: 'p-1', [SUGGESTION.insertion]: MINE } }, second), 'base-changed'],
    ['moves a block into one that is proposed', doc({ type: 'blockquote', attrs: { id: 'p-9', [SUGGESTION.insertion]: MINE }, content: [first] }, second), 'base-changed'],
    ['proposes in another’s name', doc(block('p-1', [words('The Hub is a '), words('light ', inserted(THEIRS)), words('platform.')]), second), 'suggestion-forged'],
    ['strikes in another’s name', doc(block('p-1', [words('The Hub is a '), words('platform', struck(THEIRS)), words('.')]), second), 'suggestion-forged'],
    ['strikes the own words in another’s name', doc(block('p-1', [words('The Hub is a '), words('light ', inserted(), struck(THEIRS)), words('platform.')]), second), 'suggestion-forged'],
    ['strikes a block in another’s name', doc({ ...first, attrs: { id: 'p-1', [SUGGESTION.deletion]: THEIRS } }, second), 'suggestion-forged'],
    ['marks with what is no id', doc(block('p-1', [words('The Hub is a '), words('light ', inserted('7:no')), words('platform.')]), second), 'suggestion-forged'],
  ])('%s: that is no suggestion', (_what, after, problem) => {
    expect(judge(after)).toEqual(refusedFor(problem));
  });

  it('is let through with words that carry no mark, and it is said which', () => {
    const after = doc(block('p-1', [words('The Hub is '), words('now', bold), words(' a platform'), words(' too', inserted()), words(' of ours.')]), second);
    expect(judge(after)).toEqual({ ok: true, unmarked: [{ block: 'p-1', from: 11, to: 15 }, { block: 'p-1', from: 29, to: 37 }] });
  });

  it('takes away no words of others with a block of the own', () => {
    const mine = (...content: NodeJson[]): NodeJson => doc(first, block('p-3', content, { [SUGGESTION.insertion]: MINE }), second);
    const before = mine(words('More', inserted()), words(' or less', inserted(THEIRS)));
    expect(judge(BASE, before)).toEqual(refusedFor('base-changed'));
    expect(judge(mine(words(' or less', inserted(THEIRS))), before)).toEqual(IS_FINE);
  });

  it('accepts nothing, also not of the own: it becomes a suggestion again', () => {
    const before = doc(block('p-1', [words('The Hub is a '), words('light ', inserted()), words('platform.')]), second);
    expect(judge(doc(block('p-1', [words('The Hub is a light platform.')]), second), before)).toEqual({ ok: true, unmarked: [{ block: 'p-1', from: 13, to: 19 }] });
  });
});

describe('[R15] any number of steps', () => {
  /** A letter of one block, with what is suggested about it. */
  interface Letter {
    readonly letter: string;
    readonly marks: readonly MarkJson[];
  }
  const sectionOf = (letters: readonly Letter[]): NodeJson => doc(block('p-1', letters.map(({ letter, marks }) => words(letter, ...marks))));
  const has = ({ marks }: Letter, { type, attrs }: MarkJson): boolean => marks.some((each) => each.type === type && each.attrs?.['id'] === attrs?.['id']);
  const without = ({ letter, marks }: Letter, gone: MarkJson): Letter => ({ letter, marks: marks.filter((each) => each.type !== gone.type || each.attrs?.['id'] !== gone.attrs?.['id']) });

  const letters = fc.array(fc.record({ letter: fc.constantFrom('a', 'b', ' ', '結'), marks: fc.subarray([bold, struck(THEIRS), inserted(THEIRS)]) }), { minLength: 1, maxLength: 12 });
  const steps = fc.array(fc.record({ does: fc.constantFrom('propose', 'withdraw', 'strike', 'unstrike'), at: fc.nat(1_000), letter: fc.constantFrom('a', 'b', ' ') }), { maxLength: 20 });

  function take(before: readonly Letter[], { does, at, letter }: { does: string; at: number; letter: string }): Letter[] {
    const place = at % (before.length + 1);
    const there = before[place];
    if (does === 'propose') return before.toSpliced(place, 0, { letter, marks: [inserted()] });
    if (there === undefined) return [...before];
    if (does === 'withdraw') return has(there, inserted()) ? before.toSpliced(place, 1) : [...before];
    return before.with(place, does === 'strike' ? { letter: there.letter, marks: [...without(there, struck()).marks, struck()] } : without(there, struck()));
  }

  it('are each a suggestion, and withdrawing them all gives the text back', () => {
    fc.assert(
      fc.property(letters, steps, (start, taken) => {
        let now: readonly Letter[] = start;
        for (const step of taken) {
          const next = take(now, step);
          expect(judge(sectionOf(next), sectionOf(now))).toEqual(IS_FINE);
          now = next;
        }
        const withdrawn = now.filter((each) => !has(each, inserted())).map((each) => without(each, struck()));
        expect(withdrawn).toEqual(start);
      }),
    );
  });

  it('have a single foreign step among them, and that one is refused', () => {
    fc.assert(
      fc.property(letters, steps, fc.nat(1_000), fc.constantFrom('delete', 'restyle', 'forge'), (start, taken, at, crime) => {
        const now = taken.reduce<readonly Letter[]>(take, start);
        const targets = now.flatMap((each, index) => (has(each, inserted()) ? [] : [index]));
        const place = targets[at % targets.length] ?? 0;
        const victim = now[place] ?? { letter: '', marks: [] };
        const other = `10:${ulid(4)}`;
        const after = { delete: now.toSpliced(place, 1), restyle: now.with(place, { ...victim, marks: [...victim.marks, { type: 'italic' }] }), forge: now.with(place, { ...victim, marks: [...victim.marks, struck(other)] }) };
        expect(judge(sectionOf(after[crime as keyof typeof after]), sectionOf(now)).ok).toBe(false);
      }),
    );
  });
});
