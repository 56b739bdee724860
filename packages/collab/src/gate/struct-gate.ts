import { LIMITS } from '@expert-forum/domain';
import * as Y from 'yjs';
import { BLOCK_ATTRIBUTES, MARK_VALUES } from '../schema/attribute-values.js';
import { isInlineNode } from '../schema/inline-node.js';
import { mayHold } from './content-rules.js';
import type { DecodedUpdate } from './decode-update.js';
import type { UpdateProblem } from './judgement.js';
import type { SharedType } from './shared-type.js';
import { PlaceFinder, type Place } from './place-finder.js';

/**
 * The part of the schema gate that reads an update before it is applied: every item has a known kind, an allowed value and a
 * parent that may hold it and still lives (R11, R17, R18). Assumes that the ownership gate let the update pass.
 */
export function structProblem(doc: Y.Doc, update: DecodedUpdate): UpdateProblem | null {
  const places = new PlaceFinder(doc, update.items);
  for (const item of update.items) {
    const place = places.placeOf(item);
    const problem = typeof place === 'string' ? place : itemProblem(item, place);
    if (problem !== null) return problem;
  }
  return null;
}

function itemProblem(item: Y.Item, place: Place): UpdateProblem | null {
  const { content } = item;
  if (place.attribute !== null) return attributeProblem(content, place, place.attribute);
  if (content instanceof Y.ContentType) return typeProblem(content.type, place);
  if (place.parent.name !== 'text') return 'schema-violated';
  if (content instanceof Y.ContentString) return item.length > LIMITS.document.runCharacters ? 'run-too-long' : null;
  if (content instanceof Y.ContentEmbed) return isInlineNode(content.embed) ? null : 'schema-violated';
  if (content instanceof Y.ContentFormat) return isMark(content.key, content.value) ? null : 'schema-violated';
  return 'schema-violated';
}

function typeProblem(type: SharedType, place: Place): UpdateProblem | null {
  const name = type instanceof Y.XmlText ? 'text' : type instanceof Y.XmlElement ? type.nodeName : '';
  if (!mayHold(place.parent.name, name)) return 'schema-violated';
  return place.parent.depth + 1 > LIMITS.document.depth && name !== 'text' ? 'document-too-deep' : null;
}

function attributeProblem(content: Y.Item['content'], { parent }: Place, attribute: string): UpdateProblem | null {
  const allowed = Object.hasOwn(BLOCK_ATTRIBUTES, parent.name) ? BLOCK_ATTRIBUTES[parent.name] : undefined;
  const isAllowed = allowed !== undefined && Object.hasOwn(allowed, attribute) ? allowed[attribute] : undefined;
  if (isAllowed === undefined || !(content instanceof Y.ContentAny) || content.arr.length !== 1) return 'schema-violated';
  if (!isAllowed(content.arr[0])) return 'schema-violated';
  return attribute === 'id' && !parent.isNew ? 'paragraph-id-changed' : null;
}

const isMark = (name: string, value: unknown): boolean =>
  Object.hasOwn(MARK_VALUES, name) && (value === null || MARK_VALUES[name]?.(value) === true);
