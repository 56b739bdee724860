import type { AuthoredRunView, AuthorshipView, WriterView } from '@expert-forum/contracts';

/** Characters beside each other of one writer, and of one mover if there was one, however many changes it took to write them. */
export interface WrittenRun {
  readonly text: string;
  /** null: the forum itself. */
  readonly writer: WriterView | null;
  readonly since: string;
  readonly until: string;
  readonly mover: { readonly writer: WriterView | null; readonly at: string } | null;
}

/** The runs of one block as they are shown. */
export function writtenRuns(runs: readonly AuthoredRunView[], writers: readonly WriterView[]): WrittenRun[] {
  const result: WrittenRun[] = [];
  let last: AuthoredRunView | null = null;
  for (const run of runs) {
    const before = result.at(-1);
    const isSame = last !== null && last.writer === run.writer && last.mover?.writer === run.mover?.writer && (last.mover === null) === (run.mover === null);
    if (before !== undefined && isSame) {
      const [since, until] = [before.since < run.at ? before.since : run.at, before.until > run.at ? before.until : run.at];
      result.splice(-1, 1, { ...before, text: before.text + run.text, since, until });
    } else {
      const mover = run.mover && { writer: writerAt(writers, run.mover.writer), at: run.mover.at };
      result.push({ text: run.text, writer: writerAt(writers, run.writer), since: run.at, until: run.at, mover });
    }
    last = run;
  }
  return result;
}

const writerAt = (writers: readonly WriterView[], place: number | null): WriterView | null => (place === null ? null : (writers[place] ?? null));

/** Those of whom words stand in the text, in the order of their centres; the forum itself last. */
export function writersIn({ blocks, writers }: AuthorshipView): (WriterView | null)[] {
  const places = new Set(blocks.flatMap(({ runs }) => runs.map(({ writer }) => writer)));
  const found = [...places].map((place) => writerAt(writers, place));
  const key = (writer: WriterView | null): string => (writer === null ? '~~' : `${writer.centreCode ?? '~'} ${writer.memberName}`);
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
