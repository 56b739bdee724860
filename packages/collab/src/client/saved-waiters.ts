import { ForumProblem, type ClientProblem } from './forum-problem.js';
import type { OutboxRow } from './storage/section-storage.js';

interface Waiter {
  readonly row: OutboxRow;
  resolve(): void;
  reject(reason: ForumProblem): void;
}

/** Answers "is everything I typed so far saved?": saved is what the server has acknowledged, after its commit (P1). */
export class SavedWaiters {
  private waiters: Waiter[] = [];
  private unreported: ClientProblem | null = null;

  /** Resolves when `waiting` is acknowledged. Rejects if any of it is refused, or was refused since the last question. */
  ask(waiting: readonly OutboxRow[]): Promise<void> {
    const refused = this.unreported;
    this.unreported = null;
    if (refused !== null) return Promise.reject(new ForumProblem(refused));
    const row = waiting.at(-1);
    if (row === undefined) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiters.push({ row, resolve, reject }));
  }

  refuse(refused: readonly OutboxRow[], problem: ClientProblem): void {
    const asked = this.waiters.filter((waiter) => refused.includes(waiter.row));
    this.waiters = this.waiters.filter((waiter) => !asked.includes(waiter));
    if (asked.length === 0) this.unreported = problem;
    for (const waiter of asked) waiter.reject(new ForumProblem(problem));
  }

  acknowledge(stillWaiting: readonly OutboxRow[]): void {
    const waiting = new Set(stillWaiting);
    const answered = this.waiters.filter((waiter) => !waiting.has(waiter.row));
    this.waiters = this.waiters.filter((waiter) => waiting.has(waiter.row));
    for (const waiter of answered) waiter.resolve();
  }

  /** Nothing more will be answered. */
  abandon(problem: ClientProblem): void {
    for (const waiter of this.waiters.splice(0)) waiter.reject(new ForumProblem(problem));
  }
}
