import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Doorbell } from '../../src/platform/doorbell/doorbell.js';
import { Discussion } from '../threads/discussion.fixture.js';

/** What can become of the other node's doorbell: it rings; its line is cut; rings are lost, but beats are not; it hears nothing at all. */
export type Fate = 'rings' | 'is cut' | 'loses rings' | 'is deaf';

const CUT = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
   WHERE application_name = 'expert-forum doorbell' AND datname = current_database()`;

/** A discussion with a second node on the same database. */
export class TwoNodes {
  private constructor(
    readonly discussion: Discussion,
    readonly node: NestExpressApplication,
    /** Of the second node. */
    readonly far: string,
  ) {}

  static async start(): Promise<TwoNodes> {
    const discussion = await Discussion.start();
    const node = await discussion.forum.anotherNode();
    const server: Server = await node.listen(0, '127.0.0.1');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('not listening');
    return new TwoNodes(discussion, node, `http://127.0.0.1:${address.port}`);
  }

  async stop(): Promise<void> {
    await this.node.close();
    await this.discussion.stop();
  }

  /** Lets the second node's doorbell fare so, while something happens. */
  async while<T>(fate: Fate, happens: () => Promise<T>): Promise<T> {
    const doorbell = this.node.get(Doorbell);
    const receive = Reflect.get(doorbell, 'receive');
    const isHeard = (payload: string): boolean => fate === 'loses rings' && / beat /.test(payload);
    if (fate === 'is cut') await this.discussion.forum.dataSource.query(CUT);
    else if (fate !== 'rings') Reflect.set(doorbell, 'receive', (payload: string) => (isHeard(payload) ? Reflect.apply(receive, doorbell, [payload]) : Promise.resolve()));
    try {
      return await happens();
    } finally {
      Reflect.set(doorbell, 'receive', receive);
    }
  }
}

/** @returns how long it took, in ms */
export async function timed(happens: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await happens();
  return performance.now() - since;
}
