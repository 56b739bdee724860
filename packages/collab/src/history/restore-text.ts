import { wordDifference } from '@expert-forum/domain';
import { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { runsOfNode, runsOfText, sliceRuns, comparable } from '../binding/runs.js';
import { ShownBlocks } from '../binding/shown-blocks.js';
import { writeSection } from '../binding/write-section.js';
import { deleteCharacters, insertRuns, textsOf } from '../binding/write-text.js';
import type { NodeJson } from '../canonical/document-json.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';

/**
 * Makes the shared text say again what `document` says, by one further update under the server's lease (HI9). Blocks of the same
 * id and kind stay, and inside them every word that stays (HI10): what is anchored in those words stays with them.
 *
 * @param doc keeps what is deleted (`gc: false`), so that the update holds nothing but what an editor would emit
 * @returns the update it made and applied to `doc`, null when the text says so already
 */
export function restoreText(doc: Y.Doc, serverLease: number, document: NodeJson): Uint8Array | null {
  const wanted = Node.fromJSON(sectionSchema, document);
  const body = doc.getXmlFragment(BODY);
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): number => updates.push(update);
  doc.clientID = serverLease;
  doc.on('update', keep);
  doc.transact(() => {
    correctWords(body, textBlocksIn(wanted));
    writeSection(body, wanted, new ShownBlocks(), null);
  });
  doc.off('update', keep);
  return updates[0] ?? null;
}

const keyOf = (name: string, id: unknown): string => `${name} ${String(id)}`;

function textBlocksIn(document: Node): Map<string, Node> {
  const blocks = new Map<string, Node>();
  document.descendants((node) => {
    if (node.isTextblock) blocks.set(keyOf(node.type.name, node.attrs['id']), node);
  });
  return blocks;
}

/** An editor changes one place at a time; here many places of a block may differ, and what lies between them has to stay. */
function correctWords(parent: Y.XmlFragment, wanted: ReadonlyMap<string, Node>): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const node = wanted.get(keyOf(child.nodeName, child.getAttribute('id')));
    if (node === undefined) correctWords(child, wanted);
    else correctBlock(child, node);
  }
}

function correctBlock(block: Y.XmlElement, node: Node): void {
  const runs = runsOfNode(node);
  const [before, after] = comparable(textsOf(block).flatMap(runsOfText), runs);
  let at = 0;
  for (const { kind, words } of wordDifference(before, after)) {
    if (kind === 'gone') deleteCharacters(textsOf(block), at, at + words.length);
    if (kind === 'new') insertRuns(block, at, sliceRuns(runs, at, at + words.length));
    if (kind !== 'gone') at += words.length;
  }
}
