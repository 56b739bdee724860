import { Injectable } from '@nestjs/common';

/** A proxy or an orchestrator asks more often than this. */
const WATCHED_MS = 6_000;

/** Whether this node takes connections: what it answers to whoever watches it. */
@Injectable()
export class Readiness {
  isDraining = false;
  private askedAt: number | null = null;

  /** @returns whether it does */
  asked(): boolean {
    this.askedAt = performance.now();
    return !this.isDraining;
  }

  /** Does anybody look, who would send connections elsewhere? */
  get isWatched(): boolean {
    return this.askedAt !== null && performance.now() - this.askedAt < WATCHED_MS;
  }
}
