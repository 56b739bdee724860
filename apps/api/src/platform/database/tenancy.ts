import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';

/** Held by the application on an embedded server for as long as it lives; PostgreSQL releases it when the process dies. */
const TENANT_LOCK = 'SELECT pg_try_advisory_lock(0, 2) AS granted';
const RETRY_MS = 500;

export async function tryTenancy(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(TENANT_LOCK);
  return rows[0]?.granted === true;
}

/** The place of the one application on an embedded server. Taken again should PostgreSQL end the connection that holds it. */
export class Tenancy {
  private isLeft = false;

  private constructor(
    private client: Client,
    private readonly connect: () => Promise<Client>,
  ) {
    this.watch();
  }

  /** null: somebody else has it. */
  static async take(connect: () => Promise<Client>): Promise<Tenancy | null> {
    const client = await connect();
    if (await tryTenancy(client)) return new Tenancy(client, connect);
    await client.end();
    return null;
  }

  /** A connection to the server, for who looks at it. */
  get connection(): Client {
    return this.client;
  }

  /** Waits for no answer: a server that stands still gives none. */
  leave(): void {
    this.isLeft = true;
    void this.client.end().catch(() => undefined);
  }

  private watch(): void {
    this.client.once('end', () => void this.takeAgain());
  }

  private async takeAgain(): Promise<void> {
    while (!this.isLeft) {
      const client = await this.connect().catch(() => null); // the server may be starting again
      if (client !== null && (await tryTenancy(client).catch(() => false))) {
        this.client = client;
        return this.watch();
      }
      await client?.end().catch(() => undefined);
      await setTimeout(RETRY_MS, undefined, { ref: false });
    }
  }
}
