import { openConnection, type Announcements, type ConnectionState } from '@expert-forum/collab/client';
import type { QueryClient } from '@tanstack/react-query';
import { liveAddress } from './live-address.js';
import { setLine } from './live-line.js';
import { type News, renew } from './renew.js';
import { forgetWhereabouts, isWhereabouts, takeWhereabouts } from './whereabouts.js';

/** Announcements that follow each other closely are answered together. */
const TOGETHER_MS = 100;
/** A server that is restarted is back after an attempt or two; nobody has to read of it. */
const UNSAID_ATTEMPTS = 1;

/** Listens, on the socket this tab's sections share, to what the forum announces. Answers a function that ends it. */
export function listen(client: QueryClient, mandateId: string): () => void {
  const forum = openConnection(liveAddress(mandateId));
  const news = newsOf(client);
  let lastOpen: number | null = null;
  let isOpen = false;
  const opened = (): void => {
    isOpen = true;
    setLine({ kind: 'open', lastOpen: null });
    news.hear({ kind: 'opened' });
    void watchWhereabouts(forum);
  };
  const closed = (kind: 'cut' | 'refused' | 'opening'): void => {
    if (isOpen) lastOpen = Date.now();
    isOpen = false;
    setLine({ kind, lastOpen });
    forgetWhereabouts();
  };
  const follow = (state: ConnectionState): void => {
    if (state.kind === 'open') opened();
    if (state.kind === 'waiting') closed(state.attempt > UNSAID_ATTEMPTS ? 'cut' : 'opening');
    if (state.kind !== 'refused') return;
    closed('refused');
    news.hear({ kind: 'refused' });
  };
  const online = (): void => (forum.state === 'open' ? opened() : forum.retryNow());
  const offline = (): void => closed('cut');
  const stops = [
    forum.on('announcement', ({ name, payload }) => {
      news.hear({ kind: 'announced', name });
      if (name === 'whereabouts:changed' && isWhereabouts(payload)) takeWhereabouts(payload);
    }),
    forum.on('state', follow),
    on('online', online),
    on('offline', offline),
  ];
  if (!navigator.onLine) offline();
  else if (forum.state === 'open') opened();
  return () => {
    for (const stop of stops) stop();
    news.forget();
    forum.close();
    setLine({ kind: 'opening', lastOpen: null });
    forgetWhereabouts();
  };
}

/** What is not answered was not heard: the next open line asks again. */
async function watchWhereabouts(forum: Announcements): Promise<void> {
  const answer = await forum.request('whereabouts:watch', { isWatching: true });
  if (answer.kind === 'done' && isWhereabouts(answer.value)) takeWhereabouts(answer.value);
}

function newsOf(client: QueryClient) {
  let unanswered: News[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answer = (): void => {
    timer = undefined;
    renew(client, unanswered);
    unanswered = [];
  };
  return {
    hear(news: News): void {
      unanswered.push(news);
      timer ??= setTimeout(answer, TOGETHER_MS);
    },
    forget: (): void => clearTimeout(timer),
  };
}

function on(event: 'online' | 'offline', listener: () => void): () => void {
  window.addEventListener(event, listener);
  return () => window.removeEventListener(event, listener);
}
