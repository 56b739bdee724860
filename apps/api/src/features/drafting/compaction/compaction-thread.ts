import { parentPort } from 'node:worker_threads';
import { compactAt, type CompactionTask } from './compact-at.js';

parentPort?.on('message', (task: CompactionTask) => {
  compactAt(task).then(
    () => parentPort?.postMessage({ fault: null }),
    (error: unknown) => parentPort?.postMessage({ fault: String(error) }),
  );
});
