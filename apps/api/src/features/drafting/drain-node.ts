import { setTimeout } from 'node:timers/promises';
import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { Readiness } from '../../platform/health/readiness.js';
import { DraftingService } from './drafting.service.js';

/** Health checks of a proxy come within this time. */
const NOTICE_MS = 1_500;
/** All connections have been told by then. */
const LONGEST_MS = 8_000;
/** What the other nodes admit, and some room for others. */
const EACH_MS = 1.2 * (1_000 / LIMITS.connections.handshakesPerSecond);

/**
 * Empties a node that is to stop (PR14): it says so to whoever watches its health, and then sends its connections to the other
 * nodes one after the other, in any order. Until it is their turn, everything goes on.
 */
@Injectable()
export class DrainNode {
  constructor(
    private readonly drafting: DraftingService,
    private readonly readiness: Readiness,
  ) {}

  /** Resolves when nobody is connected any more. */
  async drain(): Promise<void> {
    this.readiness.isDraining = true;
    const connections = this.drafting.connections().map(({ socket }) => ({ socket, place: Math.random() }));
    if (connections.length === 0) return;
    if (this.readiness.isWatched) await setTimeout(NOTICE_MS);
    connections.sort((one, other) => one.place - other.place);
    const pace = Math.min(EACH_MS, LONGEST_MS / connections.length);
    await Promise.all(
      connections.map(async ({ socket }, index) => {
        await setTimeout(index * pace);
        await this.drafting.sendElsewhere(socket, secondsUntilReturn(connections.length));
      }),
    );
  }
}

/** From a tenth of a second, and the further apart the more there are. */
function secondsUntilReturn(connections: number): number {
  const apart = Math.min(1.9, Math.max(0.2, connections / 400));
  return Math.round((0.1 + Math.random() * apart) * 100) / 100;
}
