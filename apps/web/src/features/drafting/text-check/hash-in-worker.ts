import type { NodeJson } from '@expert-forum/collab';

/** The content hash of a document, from a worker that lives as long as the question. */
export function hashInWorker(document: NodeJson): Promise<string> {
  const worker = new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>): void => resolve(data);
    worker.onerror = reject;
    worker.postMessage(document);
  }).finally(() => worker.terminate());
}
