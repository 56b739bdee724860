import { LIMITS } from '@expert-forum/domain';
import * as Y from 'yjs';
import { BODY } from '../schema/section-schema.js';
import { SCHEMA_VERSION } from '../schema/versions.js';
import { lookAtTouched, newElements, type AppliedFinding } from './applied-gate.js';
import { decodeUpdate, type DecodedUpdate } from './decode-update.js';
import { DocumentCensus, isOfText } from './document-census.js';
import { refusal, type Acceptance, type Judgement, type Refusal, type UpdateProblem } from './judgement.js';
import { ownershipProblem } from './ownership-gate.js';
import { schemaOfItems } from './schema-of-update.js';
import { structProblem } from './struct-gate.js';

export interface PushedUpdate {
  /** A V1 update as the client's document emitted it. */
  readonly bytes: Uint8Array;
  /** The lease under which it is sent: the only client id its new structs may have. */
  readonly lease: number;
  /** The schema of the sender's program, which can have written nothing newer; without it the newest. */
  readonly schema?: number;
}

/**
 * Judges one pushed update against `doc`, which has to be the section's text exactly up to the head, and applies it when it
 * is good. Never throws. A refusal leaves `doc` as it was unless it says `tainted`.
 */
export function judgeUpdate(doc: Y.Doc, update: PushedUpdate): Judgement {
  const decoded = decodeUpdate(update.bytes, update.lease);
  if (typeof decoded === 'string') return refusal(decoded);
  doc.getXmlFragment(BODY);
  const census = DocumentCensus.of(doc);
  const schema = schemaOfItems(decoded.items);
  const problem =
    ownershipProblem(doc.store, decoded, update.lease) ??
    structProblem(doc, decoded) ??
    (schema > (update.schema ?? SCHEMA_VERSION) ? 'schema-violated' : null) ??
    sizeProblem(census, decoded, update.bytes.byteLength);
  if (problem !== null) return refusal(problem);
  const applied = applyAndLook(doc, census, decoded, update.bytes);
  return applied.ok ? { ...applied, schema } : applied;
}

function sizeProblem(census: DocumentCensus, { items }: DecodedUpdate, bytes: number): UpdateProblem | null {
  if (items.length === 0) return null; // whoever only deletes is always welcome
  const inserted = items.reduce((sum, { content, length }) => sum + (isOfText(content) ? length : 0), 0);
  const isTooLong = census.characters + inserted > LIMITS.document.characters;
  return isTooLong || census.isFullWith(bytes) ? 'document-too-large' : null;
}

function applyAndLook(doc: Y.Doc, census: DocumentCensus, decoded: DecodedUpdate, bytes: Uint8Array): Omit<Acceptance, 'schema'> | Refusal {
  let finding: AppliedFinding;
  let ids: unknown[];
  try {
    [finding, ids] = doc.transact((transaction) => {
      Y.applyUpdate(doc, bytes);
      const elements = newElements(doc.store, decoded.items);
      return [lookAtTouched(transaction, decoded.items), elements.map((element) => element.getAttribute('id'))];
    });
  } catch {
    return refusal('update-malformed', true);
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return refusal('update-gap', true);
  if (finding.problem !== null) return refusal(finding.problem, true);
  if (ids.some((id) => typeof id === 'string' && census.holders(id) > 1)) return refusal('paragraph-id-taken', true);
  return { ok: true, needsRepair: finding.needsRepair };
}
