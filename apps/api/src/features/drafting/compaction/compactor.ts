import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { compactAt, compactionPool, type CompactionTask } from './compact-at.js';

interface ThreadAnswer {
  readonly fault: string | null;
}

const ENTRY = new URL('./compaction-thread.js', import.meta.url);

/**
 * Writes texts as states, one at a time, in a thread of its own: encoding a long one would keep everybody waiting who types. A
 * program that runs from its sources has no file for a thread and does it itself.
 */
export class Compactor {
  private thread: Worker | null = null;

  /** @param entry the program of the thread */
  constructor(private readonly entry = ENTRY) {}

  async compact(task: CompactionTask): Promise<void> {
    if (!existsSync(fileURLToPath(this.entry))) return compactHere(task);
    const { fault } = await this.ask(task);
    if (fault !== null) throw new Error(fault);
  }

  async stop(): Promise<void> {
    await this.thread?.terminate();
  }

  private ask(task: CompactionTask): Promise<ThreadAnswer> {
    const thread = (this.thread ??= this.start());
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('the thread has ended'));
      thread.once('exit', ended).once('error', reject);
      thread.once('message', (answer: ThreadAnswer) => {
        thread.off('exit', ended).off('error', reject);
        resolve(answer);
      });
      thread.postMessage(task);
    });
  }

  private start(): Worker {
    const thread = new Worker(this.entry);
    thread.unref();
    thread.on('error', () => undefined); // who asked is told; the next question starts another thread
    thread.on('exit', () => (this.thread = null));
    return thread;
  }
}

async function compactHere(task: CompactionTask): Promise<void> {
  const pool = compactionPool(task);
  await compactAt(pool, task).finally(() => pool.end());
}
