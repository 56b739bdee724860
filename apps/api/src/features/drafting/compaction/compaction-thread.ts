import { parentPort } from 'node:worker_threads';
import type { Pool } from 'pg';
import { compactAt, compactionPool, type CompactionTask } from './compact-at.js';

let pool: Pool | undefined;

parentPort?.on('message', (task: CompactionTask) => {
  pool ??= compactionPool(task);
  compactAt(pool, task).then(
    () => parentPort?.postMessage({ fault: null }),
    (error: unknown) => parentPort?.postMessage({ fault: String(error) }),
  );
});
