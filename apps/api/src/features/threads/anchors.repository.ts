import type { Anchor, Anchored } from '@expert-forum/collab';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Where a thread stands, as it is stored. */
export interface StoredAnchor extends Anchored {
  readonly id: string;
  /** The section's. */
  readonly channel: number;
  /** Of the text at which it was last set. */
  readonly seq: number;
}

const READ = `
  SELECT thread.id, channel, anchor, anchor_seq AS seq, is_detached AS "isDetached"
    FROM thread JOIN section ON section.id = section_id`;

@Injectable()
export class AnchorsRepository {
  constructor(private readonly dataSource: DataSource) {}

  inSection(channel: number): Promise<StoredAnchor[]> {
    return this.dataSource.query(`${READ} WHERE channel = $1`, [channel]);
  }

  async find(threadId: string): Promise<StoredAnchor | null> {
    const rows: StoredAnchor[] = await this.dataSource.query(`${READ} WHERE thread.id = $1`, [threadId]);
    return rows[0] ?? null;
  }

  /** Stores what was found at `seq`. @returns whether anybody can see it; null: somebody else has moved the thread meanwhile */
  async move(before: StoredAnchor, { anchor, isDetached }: Anchored, seq: number): Promise<'seen' | 'unseen' | null> {
    const isSeen = isDetached !== before.isDetached || placeOf(anchor) !== placeOf(before.anchor);
    const [, count]: [unknown[], number] = await this.dataSource.query(
      `UPDATE thread SET anchor = $2, is_detached = $3, anchor_seq = $4, version = version + $5
        WHERE id = $1 AND anchor_seq = $6 AND is_detached = $7`,
      [before.id, anchor, isDetached, seq, isSeen ? 1 : 0, before.seq, before.isDetached],
    );
    if (count !== 1) return null;
    return isSeen ? 'seen' : 'unseen';
  }
}

const placeOf = ({ start, end, paragraphId }: Anchor): string => [start.client, start.clock, end.client, end.clock, paragraphId].join(' ');
