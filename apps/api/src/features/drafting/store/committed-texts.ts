import type { NodeJson } from '@expert-forum/collab';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { found } from '../../../platform/errors/problem-error.js';
import { LiveSection } from '../engine/live-section.js';
import type { LogRow, TextSnapshot } from './drafting-store.js';
import { LATEST_SNAPSHOT, LOG_AFTER } from './statements.js';

/** A section's text at one seq. */
export interface CommittedText {
  readonly sectionId: string;
  readonly epoch: number;
  /** The oldest that can show the document: hashed with it. */
  readonly schema: number;
  readonly seq: number;
  readonly hash: string;
  readonly document: NodeJson;
}

interface Head {
  readonly channel: number;
  readonly epoch: number;
}

/** Texts as the log has them, for who settles them; what nodes hold in memory is not asked. */
@Injectable()
export class CommittedTexts {
  /** As it was at the end of these rows, which are the log of the present epoch from its beginning. */
  async atEndOf(manager: EntityManager, sectionId: string, rows: readonly LogRow[]): Promise<CommittedText> {
    const { channel, epoch } = await headOf(manager, sectionId);
    const text = LiveSection.load({ channel, epoch }, { snapshot: null, rows }, null).snapshot();
    if (text.seq !== rows.at(-1)?.seq) throw new Error(`the log of ${sectionId} has a hole after ${text.seq}`);
    return { sectionId, epoch, ...text };
  }

  /** Exactly the head, and nothing comes after it, as long as the transaction holds the section's lock for itself. */
  async atHead(manager: EntityManager, sectionId: string): Promise<CommittedText> {
    const { channel, epoch } = await headOf(manager, sectionId);
    const snapshots: TextSnapshot[] = await manager.query(LATEST_SNAPSHOT, [sectionId, epoch]);
    const snapshot = snapshots[0] ?? null;
    const rows: LogRow[] = await manager.query(LOG_AFTER, [channel, epoch, snapshot?.seq ?? 0]);
    const text = LiveSection.load({ channel, epoch }, { snapshot, rows }, null).snapshot();
    if (text.seq !== (rows.at(-1)?.seq ?? snapshot?.seq ?? 0)) throw new Error(`the log of ${sectionId} has a hole after ${text.seq}`);
    return { sectionId, epoch, ...text };
  }
}

async function headOf(manager: EntityManager, sectionId: string): Promise<Head> {
  const heads: Head[] = await manager.query('SELECT channel, epoch FROM section WHERE id = $1 AND removed_at IS NULL', [sectionId]);
  return found(heads[0]);
}
