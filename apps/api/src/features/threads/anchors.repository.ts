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

/** An anchor that is no longer as it is stored. */
export interface Moved {
  readonly before: StoredAnchor;
  readonly after: Anchored;
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

  /** Sums of the versions of all threads, by section: another one says that something has changed. */
  async changes(channels: readonly number[]): Promise<Map<number, number>> {
    const rows: { channel: number; versions: number }[] = await this.dataSource.query(
      `SELECT channel, sum(version)::integer AS versions FROM thread JOIN section ON section.id = section_id
        WHERE channel = ANY($1) GROUP BY channel`,
      [channels],
    );
    return new Map(rows.map(({ channel, versions }) => [channel, versions]));
  }

  async versions(channel: number): Promise<Map<string, number>> {
    const rows: { id: string; version: number }[] = await this.dataSource.query(
      'SELECT thread.id, version FROM thread JOIN section ON section.id = section_id WHERE channel = $1',
      [channel],
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  /** Stores what was found at `seq`. @returns ids of the threads that nobody else has moved meanwhile */
  async move(moved: readonly Moved[], seq: number): Promise<Set<string>> {
    const [rows]: [{ id: string }[], number] = await this.dataSource.query(
      `UPDATE thread SET anchor = moved.anchor, is_detached = moved.is_detached, anchor_seq = $1, version = version + moved.is_seen::integer
         FROM unnest($2::uuid[], $3::jsonb[], $4::boolean[], $5::boolean[], $6::integer[], $7::boolean[])
              AS moved (id, anchor, is_detached, is_seen, seq_before, was_detached)
        WHERE thread.id = moved.id AND thread.anchor_seq = seq_before AND thread.is_detached = was_detached
        RETURNING thread.id`,
      [
        seq,
        moved.map(({ before }) => before.id),
        moved.map(({ after }) => JSON.stringify(after.anchor)),
        moved.map(({ after }) => after.isDetached),
        moved.map(isSeen),
        moved.map(({ before }) => before.seq),
        moved.map(({ before }) => before.isDetached),
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** What reads differently in other places is seen; where only the words read differently, every screen knows it from the text. */
export const isSeen = ({ before, after }: Moved): boolean => after.isDetached !== before.isDetached || placeOf(after.anchor) !== placeOf(before.anchor);

const placeOf = ({ start, end, paragraphId }: Anchor): string => [start.client, start.clock, end.client, end.clock, paragraphId].join(' ');
