import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { renderHook, waitFor } from '@testing-library/react';
import { MessageChannel } from 'node:worker_threads';
import { VERSION_META, type WorkerMessage } from '../../service-worker/messages.js';
import { loadUpdate, useIsUpdateReady, watchUpdates } from './watch-update.js';

/** A worker as a page sees it, of a version. */
class Worker extends EventTarget {
  readonly told: WorkerMessage[] = [];

  constructor(private readonly version: string) {
    super();
  }

  postMessage(message: WorkerMessage, [port]: { postMessage(answer: unknown): void }[] = []): void {
    if (message === 'say-version') port?.postMessage(this.version);
    else this.told.push(message);
  }
}

class Registration extends EventTarget {
  waiting: Worker | null = null;
  installing: Worker | null = null;
  readonly update = jest.fn(async () => undefined);

  /** A newer worker was found and has put everything by. */
  install(worker: Worker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
    this.waiting = worker;
    worker.dispatchEvent(new Event('statechange'));
  }
}

class Workers extends EventTarget {
  readonly controller = null;

  constructor(readonly registration: Registration) {
    super();
  }

  readonly register = async (): Promise<Registration> => this.registration;
  readonly getRegistration = this.register;
}

function page(waiting: Worker | null = null) {
  const registration = new Registration();
  registration.waiting = waiting;
  const workers = new Workers(registration);
  return { registration, workers: workers as unknown as ServiceWorkerContainer };
}

beforeAll(() => {
  Object.assign(globalThis, { MessageChannel });
  document.head.innerHTML = `<meta name="${VERSION_META}" content="old" />`;
});

describe('a newer version', () => {
  it('[WE9] of the page’s own makes no words: it takes over', async () => {
    const own = new Worker('old');
    await watchUpdates(page(own).workers);
    await waitFor(() => expect(own.told).toEqual(['take-over']));
    expect(renderHook(useIsUpdateReady).result.current).toBe(false);
  });

  it('[WE9] waits until its reader loads it', async () => {
    const { registration, workers } = page();
    const { result } = renderHook(useIsUpdateReady);
    await watchUpdates(workers);
    const newer = new Worker('new');
    registration.install(newer);
    await waitFor(() => expect(result.current).toBe(true));
    expect(newer.told).toEqual([]);
    const load = jest.fn<() => void>();
    await loadUpdate(workers, load);
    expect(newer.told).toEqual(['take-over']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('[WE9] is asked for when the reader comes back to the page', async () => {
    const { registration, workers } = page();
    await watchUpdates(workers);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(registration.update).toHaveBeenCalledTimes(1);
  });
});
