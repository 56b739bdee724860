import type { DataSource } from 'typeorm';
import { LiveSection } from '../engine/live-section.js';
import type { LogRow } from '../store/drafting-store.js';
import { LATEST_SNAPSHOT, LOG_AFTER } from '../store/statements.js';

interface Place {
  readonly id: string;
  readonly channel: number;
  readonly epoch: number;
}

interface State {
  readonly seq: number;
  readonly hash: string;
}

export interface TextsVerified {
  readonly texts: number;
  readonly rows: number;
  readonly states: number;
  /** The first text whose log has a hole or says something else than its state. */
  readonly fault: { readonly sectionId: string; readonly seq: number; readonly kind: 'hole' | 'state' } | null;
}

/** Replays every log from its first row: dense, and at the seq of the kept state with the very content hash of that state. */
export async function verifyTexts(dataSource: DataSource): Promise<TextsVerified> {
  const places: Place[] = await dataSource.query('SELECT id, channel, epoch FROM section WHERE parent_id IS NOT NULL ORDER BY id');
  let [texts, rows, states] = [0, 0, 0];
  for (const place of places) {
    const log: LogRow[] = await dataSource.query(LOG_AFTER, [place.channel, place.epoch, 0]);
    const [state]: (State | undefined)[] = await dataSource.query(LATEST_SNAPSHOT, [place.id, place.epoch]);
    const fault = faultOf(place, log, state);
    texts += 1;
    rows += log.length;
    states += state === undefined ? 0 : 1;
    if (fault !== null) return { texts, rows, states, fault };
  }
  return { texts, rows, states, fault: null };
}

function faultOf({ id: sectionId, channel, epoch }: Place, log: readonly LogRow[], state: State | undefined): TextsVerified['fault'] {
  const text = LiveSection.load({ channel, epoch }, { snapshot: null, rows: log.filter(({ seq }) => state === undefined || seq <= state.seq) }, null);
  const hole = log.findIndex(({ seq }, index) => seq !== index + 1);
  if (hole >= 0) return { sectionId, seq: hole + 1, kind: 'hole' };
  if (state === undefined) return null;
  return text.seq === state.seq && text.snapshot().hash === state.hash ? null : { sectionId, seq: state.seq, kind: 'state' };
}
