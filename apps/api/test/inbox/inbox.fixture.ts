import type { HomeView, InboxPage, NoticeView } from '@expert-forum/contracts';
import { randomUUID } from 'node:crypto';
import type { RawConnection } from '../drafting/raw-connection.fixture.js';
import type { Person, TestForum } from '../people/forum.fixture.js';

type Asker = Pick<Person, 'cookie' | 'mandateId'>;

/** What somebody finds in the inbox, newest first. */
export async function inboxOf(forum: TestForum, person: Asker, after?: string): Promise<InboxPage> {
  return (await forum.ask(person, 'GET', `inbox${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`).expect(200)).body;
}

export const noticesOf = async (forum: TestForum, person: Asker): Promise<NoticeView[]> => (await inboxOf(forum, person)).notices;

export const kindsOf = async (forum: TestForum, person: Asker): Promise<string[]> => (await noticesOf(forum, person)).map(({ kind }) => kind);

export const unreadOf = async (forum: TestForum, person: Asker): Promise<number> => (await forum.ask(person, 'GET', 'inbox/count').expect(200)).body.unread;

export const homeOf = async (forum: TestForum, person: Asker): Promise<HomeView> => (await forum.ask(person, 'GET', 'home').expect(200)).body;

export const read = (forum: TestForum, person: Asker, reading: object) => forum.ask(person, 'POST', 'inbox/readings', reading);

/** Every notice of the forum is forgotten: a test begins with nobody told of anything. */
export const forgetNotices = (forum: TestForum): Promise<unknown> => forum.dataSource.query('DELETE FROM notice');

export const said = (change: object = {}): object => ({ key: randomUUID(), body: 'Which one?', mentions: [], ...change });

/** Counts how often a connection hears that its inbox has changed. */
export class Listener {
  heard = 0;
  private waits: { least: number; resolve: () => void }[] = [];

  constructor(readonly raw: RawConnection) {
    raw.socket.on('inbox:changed', () => {
      this.heard += 1;
      this.waits.filter(({ least }) => least <= this.heard).forEach(({ resolve }) => resolve());
    });
  }

  /** Resolves when it was heard so often. */
  until(least: number): Promise<void> {
    return this.heard >= least ? Promise.resolve() : new Promise((resolve) => this.waits.push({ least, resolve }));
  }
}
