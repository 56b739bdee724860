import { LIMITS } from '@expert-forum/domain';
import * as Y from 'yjs';
import { BODY } from '../schema/section-schema.js';
import { lookAtTouched, newElements, type AppliedFinding } from './applied-gate.js';
import { decodeUpdate, type DecodedUpdate } from './decode-update.js';
import { DocumentCensus } from './document-census.js';
import { refusal, type Judgement, type UpdateProblem } from './judgement.js';
import { ownershipProblem } from './ownership-gate.js';
import { structProblem } from './struct-gate.js';

export interface PushedUpdate {
  /** A V1 update as the client's document emitted it. */
  readonly bytes: Uint8Array;
  /** The lease under which it is sent: the only client id its new structs may have. */
  readonly lease: number;
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
  const problem =
    ownershipProblem(doc.store, decoded, update.lease) ??
    structProblem(doc, decoded) ??
    sizeProblem(census, decoded, update.bytes.byteLength);
  if (problem !== null) return refusal(problem);
  return applyAndLook(doc, census, decoded, update.bytes);
}

function sizeProblem(census: DocumentCensus, { items }: DecodedUpdate, bytes: number): UpdateProblem | null {
  if (items.length === 0) return null; // whoever only deletes is always welcome
  const inserted = items.reduce((sum, { content, length }) => sum + (content instanceof Y.ContentString ? length : 0), 0);
  const isTooLong = census.characters + inserted > LIMITS.document.characters;
  return isTooLong || census.isFullWith(bytes) ? 'document-too-large' : null;
}

function applyAndLook(doc: Y.Doc, census: DocumentCensus, decoded: DecodedUpdate, bytes: Uint8Array): Judgement {
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
