import type { Standing, WriteRequest } from './drafting-store.js';

/** More than the leases of all people who type on one node. */
const MOST = 20_000;

/** What was read of requests under the locks of earlier writes. Of those who have gone it is forgotten in time. */
export class RememberedStandings {
  private readonly standings = new Map<string, Standing>();

  /** null: not all of them are known. */
  of(requests: readonly WriteRequest[]): Map<WriteRequest, Standing> | null {
    const found = new Map<WriteRequest, Standing>();
    for (const request of requests) {
      const standing = this.standings.get(keyOf(request));
      if (standing === undefined) return null;
      found.set(request, standing);
    }
    return found;
  }

  keep(request: WriteRequest, standing: Standing): void {
    const key = keyOf(request);
    this.standings.delete(key);
    this.standings.set(key, standing);
    const [oldest] = this.standings.keys();
    if (this.standings.size > MOST && oldest !== undefined) this.standings.delete(oldest);
  }

  forget(requests: readonly WriteRequest[]): void {
    for (const request of requests) this.standings.delete(keyOf(request));
  }
}

const keyOf = ({ channel, lease, writer }: WriteRequest): string => `${channel} ${lease} ${writer.connectionId} ${writer.loginId} ${writer.mandateId}`;
