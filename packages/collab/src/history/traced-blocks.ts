import * as Y from 'yjs';
import { toDocumentJson } from '../canonical/document-json.js';
import { BODY } from '../schema/section-schema.js';
import type { Authored } from './authors.js';
import { isText, textOf } from './changed-runs.js';
import { textBlocksOf, type TextBlock } from './text-blocks.js';

/** Characters that one author wrote in one change, and that were moved together if at all. */
export interface TracedRun extends Authored {
  readonly text: string;
}

export interface TracedBlock extends Pick<TextBlock, 'id' | 'name' | 'level' | 'within'> {
  readonly runs: readonly TracedRun[];
}

type AuthorAt = (client: number, clock: number) => Authored | undefined;

/** The text blocks of a document in reading order, each cut where its author changes. */
export function tracedBlocks(doc: Y.Doc, authorAt: AuthorAt): TracedBlock[] {
  const runs = new Map(runsByBlock(doc.getXmlFragment(BODY), authorAt));
  return textBlocksOf(toDocumentJson(doc)).map(({ id, name, level, within }) => ({ id, name, level, within, runs: runs.get(id) ?? [] }));
}

const TEXT_BLOCKS = ['paragraph', 'heading', 'footnote'];

function runsByBlock(parent: Y.XmlFragment, authorAt: AuthorAt): [id: string, runs: TracedRun[]][] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return [];
    if (!TEXT_BLOCKS.includes(child.nodeName)) return runsByBlock(child, authorAt);
    const texts = child.toArray().filter((text) => text instanceof Y.XmlText);
    return [[String(child.getAttribute('id')), joined(texts.flatMap((text) => runsIn(text, authorAt)))]];
  });
}

function runsIn(text: Y.XmlText, authorAt: AuthorAt): TracedRun[] {
  const runs: TracedRun[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !isText(item)) continue;
    const { client, clock } = item.id;
    const words = textOf(item);
    for (let index = 0; index < words.length; index++) {
      const author = authorAt(client, clock + index);
      if (author !== undefined) runs.push({ ...author, text: words[index] ?? '' });
    }
  }
  return runs;
}

function joined(runs: readonly TracedRun[]): TracedRun[] {
  const result: TracedRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && isSame(last, run)) result.splice(-1, 1, { ...last, text: last.text + run.text });
    else result.push(run);
  }
  return result;
}

const isSame = (a: Authored, b: Authored): boolean =>
  a.lease === b.lease && a.seq === b.seq && a.mover?.lease === b.mover?.lease && a.mover?.seq === b.mover?.seq;
