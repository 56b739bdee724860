import * as Y from 'yjs';
import { childNames, isComplete } from './content-rules.js';
import type { UpdateProblem } from './judgement.js';
import type { SharedType } from './shared-type.js';
import { isRagged, isTooLarge, tableOf } from './table-rules.js';

/** What can only be seen with the update applied: whether the blocks it touched hold what they must. */
export interface AppliedFinding {
  readonly problem: UpdateProblem | null;
  /** Older blocks now lack content they need, or new ones an id. */
  readonly needsRepair: boolean;
}

/**
 * Looks at the touched blocks inside the transaction that applied an update, while deleted content can still be read.
 * New blocks have to be complete: nobody else has seen them. Older ones may have been emptied by edits that were valid apart.
 */
export function lookAtTouched(transaction: Y.Transaction, items: readonly Y.Item[]): AppliedFinding {
  const { store } = transaction.doc;
  if (!items.every((item) => standsBetween(store, item))) return { problem: 'update-malformed', needsRepair: false };
  const created = newElements(store, items);
  const problem = problemOf(transaction, created);
  if (problem !== null) return { problem, needsRepair: false };
  const touched = [...transaction.changed.keys()].filter((type) => type._item?.deleted !== true);
  const tables = [...new Set(touched.map(tableOf))].filter((table) => table !== null);
  if (tables.some(isTooLarge)) return { problem: 'table-too-large', needsRepair: false };
  const isIncomplete = touched.some(lacksContent) || tables.some(isRagged);
  return { problem: null, needsRepair: isIncomplete || created.some((element) => !element.hasAttribute('id')) };
}

/** A new table has to be whole as well: to fill up its rows is work that nobody else made necessary. */
function problemOf(transaction: Y.Transaction, created: readonly Y.XmlElement[]): UpdateProblem | null {
  const tables = created.filter(({ nodeName }) => nodeName === 'table');
  if (tables.some(isTooLarge)) return 'table-too-large';
  if (created.some(lacksContent) || tables.some(isRagged)) return 'schema-violated';
  return hasLostId(transaction) ? 'paragraph-id-changed' : null;
}

/** The live elements that an applied update created. */
export function newElements(store: Y.Doc['store'], items: readonly Y.Item[]): Y.XmlElement[] {
  return items.flatMap(({ id, content }) => {
    if (!(content instanceof Y.ContentType)) return [];
    const placed = Y.getItem(store, id);
    const type = placed.deleted || !(placed.content instanceof Y.ContentType) ? null : placed.content.type;
    return type instanceof Y.XmlElement ? [type] : [];
  });
}

/**
 * Does the item stand behind its left neighbour and before its right one? Where these two are the wrong way round, its place
 * depends on how a replica happens to hold them, and replicas part for good.
 */
function standsBetween(store: Y.Doc['store'], { id, origin, rightOrigin }: Y.Item): boolean {
  const placed = Y.getItem(store, id);
  if (!(placed instanceof Y.Item) || placed.parentSub !== null) return true;
  return isBeside(placed, origin, 'left') && isBeside(placed, rightOrigin, 'right');
}

function isBeside(placed: Y.Item, neighbour: Y.ID | null, side: 'left' | 'right'): boolean {
  if (neighbour === null) return true;
  for (let item = placed[side]; item !== null; item = item[side]) if (holds(item, neighbour)) return true;
  return false;
}

const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID): boolean => id.client === client && id.clock <= clock && clock < id.clock + length;

const lacksContent = (type: SharedType): boolean =>
  type instanceof Y.XmlElement
    ? !isComplete(type.nodeName, childNames(type))
    : type instanceof Y.XmlFragment && !isComplete('doc', childNames(type));

function hasLostId(transaction: Y.Transaction): boolean {
  let hasLost = false;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || struct.parentSub !== 'id' || !(struct.parent instanceof Y.XmlElement)) return;
    if (struct.parent._item?.deleted === false && !struct.parent.hasAttribute('id')) hasLost = true;
  });
  return hasLost;
}
