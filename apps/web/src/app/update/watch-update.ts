import { useSyncExternalStore } from 'react';
import { VERSION_META, type WorkerMessage } from '../../service-worker/messages.js';

/** How often a page that stays open asks whether there is a newer version; coming back to it asks as well. */
const ASK_EVERY_MS = 60 * 60_000;

let isReady = false;
const listeners = new Set<() => void>();

/** Keeps the shell of the application on this device, and finds out when the server has a newer one. */
export async function watchUpdates(workers: ServiceWorkerContainer): Promise<void> {
  const registration = await workers.register('/service-worker.js');
  const look = async (): Promise<void> => {
    if (registration.waiting !== null) await consider(registration.waiting);
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => void look());
  });
  workers.addEventListener('controllerchange', () => void (workers.controller && consider(workers.controller)));
  const ask = (): void => void registration.update().catch(() => undefined); // offline: asked again later
  setInterval(ask, ASK_EVERY_MS);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && ask());
  await look();
}

/** Of two versions the page tells its reader; a worker of the page's own version has nothing to wait for. */
async function consider(worker: ServiceWorker): Promise<void> {
  if ((await versionOf(worker)) === pageVersion()) return tell(worker, 'take-over');
  isReady = true;
  for (const listener of listeners) listener();
}

/**
 * Loads the newer version. The page comes from the network whichever worker answers, so nobody has to wait until the old one is
 * idle. Text that has not been received is on disk and stays there.
 */
export async function loadUpdate(workers: ServiceWorkerContainer, load = (): void => location.reload()): Promise<void> {
  const waiting = (await workers.getRegistration())?.waiting;
  if (waiting) tell(waiting, 'take-over');
  load();
}

const tell = (worker: ServiceWorker, message: WorkerMessage): void => worker.postMessage(message);

function versionOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const message: WorkerMessage = 'say-version';
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage(message, [port2]);
  });
}

const pageVersion = (): string | undefined => document.querySelector<HTMLMetaElement>(`meta[name="${VERSION_META}"]`)?.content;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useIsUpdateReady = (): boolean => useSyncExternalStore(subscribe, () => isReady);
