import type { Server } from 'node:http';
import { newParagraphId } from '@expert-forum/collab';
import type { DecisionView, ObjectionCallView, SessionView } from '@expert-forum/contracts';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type request from 'supertest';
import * as Y from 'yjs';
import { createApp } from '../../src/create-app.js';
import { KeepOutline } from '../../src/features/documents/keep-outline.js';
import { SectionRoles } from '../../src/features/documents/section-roles.js';
import { Attendance } from '../../src/features/sessions/attendance.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { openDataSource } from '../../src/platform/database/data-source.js';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { RawConnection } from '../drafting/raw-connection.fixture.js';
import { TestForum, type Person } from '../people/forum.fixture.js';
import { Participant } from './participant.fixture.js';

const START = '2026-06-01T10:00:00Z';
const END = '2026-06-01T17:00:00+05:00';

/** A forum with two moderators, two centres, a rapporteur and a chapter; and what a test plans in it. */
export class Meeting {
  private readonly nodes: NestExpressApplication[] = [];

  private constructor(
    readonly forum: TestForum,
    readonly by: InstallationPerformer,
    readonly people: Readonly<Record<'chair' | 'moderator' | 'focalJpn' | 'focalUzb' | 'expert' | 'rapporteur' | 'observer' | 'secretariat', Person>>,
    private readonly outline: { readonly documentId: string; readonly chapterId: string },
  ) {}

  static async prepare(): Promise<Meeting> {
    const forum = await TestForum.start();
    const by = await forum.open();
    const jpn = await forum.centre(by, 'JPN-HDP');
    const uzb = await forum.centre(by, 'UZB-CTP');
    const people = {
      chair: await forum.person(by, { role: 'moderator' }),
      moderator: await forum.person(by, { role: 'moderator' }),
      focalJpn: await forum.person(by, { role: 'focal_point', centreId: jpn }),
      focalUzb: await forum.person(by, { role: 'focal_point', centreId: uzb }),
      expert: await forum.person(by, { role: 'expert', centreId: uzb }),
      rapporteur: await forum.person(by, { role: 'rapporteur' }),
      observer: await forum.person(by, { role: 'observer' }),
      secretariat: await forum.person(by, { role: 'secretariat' }),
    };
    const outline = forum.app.get(KeepOutline, { strict: false });
    const document = await outline.createDocument(by, { en: 'Strategy' });
    const chapter = await outline.add(by, document.id, { title: { en: 'Digital' } });
    return new Meeting(forum, by, people, { documentId: document.id, chapterId: chapter.id });
  }

  /** A section in drafting, of which the expert is a drafter. */
  async section(title: string): Promise<string> {
    const { forum, by, people, outline } = this;
    const { id } = await forum.app
      .get(KeepOutline, { strict: false })
      .add(by, outline.documentId, { parentId: outline.chapterId, title: { en: title } }, { blocks: [`${title} is a shared good.`] });
    await forum.app.get(SectionRoles, { strict: false }).nameDrafter(by, id, people.expert.mandateId);
    return id;
  }

  /** Time passes, and every node says meanwhile who is connected to it. */
  async pass(milliseconds: number): Promise<void> {
    this.forum.clock.advance(milliseconds);
    for (const app of [this.forum.app, ...this.nodes]) await app.get(Attendance, { strict: false }).beat();
  }

  async end(): Promise<void> {
    for (const node of this.nodes) await node.close();
    await this.forum.stop();
  }

  /** A further node on the same database, or the same one after a restart. */
  async startNode(): Promise<string> {
    const { options } = this.forum.dataSource;
    const url = options.type === 'postgres' ? (options.url ?? '') : '';
    const config = readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent' });
    const app = await createApp(config, await openDataSource(url), { hasWebApp: false, clock: { now: () => this.forum.clock.now() } });
    const server: Server = await app.listen(0, '127.0.0.1');
    this.nodes.push(app);
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  ask(person: Person, method: Parameters<TestForum['ask']>[1], path: string, body?: object): request.Test {
    return this.forum.ask(person, method, path, body);
  }

  /** Does it, or fails the test with what was answered. */
  async must<T = unknown>(person: Person, method: Parameters<TestForum['ask']>[1], path: string, body?: object): Promise<T> {
    const { status, body: answer } = await this.ask(person, method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** A session planned by the chair, with an item a list of sections. */
  async plan(...items: string[][]): Promise<string> {
    const { id } = await this.must<{ id: string }>(this.people.chair, 'POST', 'sessions', {
      title: { en: 'Second reading', ja: '第二読会' },
      place: 'Tashkent',
      startsAt: START,
      endsAt: END,
      items: items.map((sectionIds, index) => ({ title: { en: `Item ${index + 1}` }, minutes: 30, sectionIds })),
    });
    return id;
  }

  view(sessionId: string): Promise<SessionView> {
    return this.must(this.people.observer, 'GET', `sessions/${sessionId}`);
  }

  /** Planned, opened, and its first item on the table. @returns the session as it then is */
  async openWith(...items: string[][]): Promise<SessionView> {
    const id = await this.plan(...items);
    await this.must(this.people.chair, 'POST', `sessions/${id}/open`);
    const [item] = (await this.view(id)).items;
    await this.must(this.people.chair, 'POST', `agenda-items/${item?.id}/activate`);
    return this.view(id);
  }

  callFor(itemId: string | undefined, sectionId: string): Promise<ObjectionCallView> {
    return this.must(this.people.chair, 'POST', `agenda-items/${itemId}/calls`, { sectionId });
  }

  record({ id, seq, hash }: ObjectionCallView, more: object = {}): Promise<DecisionView> {
    return this.must(this.people.chair, 'POST', `objection-calls/${id}/decision`, { seq, hash, ...more });
  }

  async connect(person: Person, url = this.forum.url): Promise<RawConnection> {
    const { ticket } = await this.must<{ ticket: string }>(person, 'POST', 'tickets', { mandateId: person.mandateId });
    return RawConnection.open(url, { ticket });
  }

  async enter(person: Person, sessionId: string, url?: string): Promise<Participant> {
    return Participant.enter(await this.connect(person, url), sessionId);
  }

  async ledger(): Promise<{ seq: number; verb: string; object: Record<string, string> }[]> {
    return this.forum.dataSource.query('SELECT seq, verb, object FROM ledger WHERE forum_id = $1 ORDER BY seq', [this.by.forumId]);
  }
}

/** The update that adds a paragraph at the end. */
export function typeParagraph(raw: RawConnection, words: string): Uint8Array {
  return raw.change((body) => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.setAttribute('id', newParagraphId());
    paragraph.insert(0, [new Y.XmlText(words)]);
    body.insert(body.length, [paragraph]);
  });
}
