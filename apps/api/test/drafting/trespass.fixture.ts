import { expect } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { paragraph, RawConnection } from './raw-connection.fixture.js';

const read = (section: unknown) => section as { id: string; documentId: string; parentId: string };

/** A forum with somebody who does what is not allowed, and somebody in the same section who must not notice. */
export class Trespass {
  private constructor(
    readonly forum: RunningForum,
    readonly writer: Visitor,
    private readonly bystander: RawConnection,
    private before: unknown,
  ) {}

  static async start(): Promise<Trespass> {
    const forum = await startDemonstration();
    const [writer, other] = await Promise.all(forum.drafting.drafters.map((email) => forum.enter(email)));
    if (writer === undefined || other === undefined) throw new Error('there are two drafters');
    const bystander = await RawConnection.of(forum, other);
    await bystander.join(forum.drafting.sectionId);
    const trespass = new Trespass(forum, writer, bystander, null);
    trespass.before = await trespass.stored();
    return trespass;
  }

  get sectionId(): string {
    return this.forum.drafting.sectionId;
  }

  /** A connection of the writer, in the section and with a lease. */
  async enter(): Promise<RawConnection> {
    const raw = await RawConnection.of(this.forum, this.writer);
    await raw.join(this.sectionId);
    return raw;
  }

  /** Another section of the same chapter, of which the writer is a drafter. */
  async addSection(): Promise<string> {
    const { documentId, parentId } = read(await this.forum.moderate('GET', `sections/${this.sectionId}`));
    const title = { en: 'A section', ru: 'Раздел', ja: '節' };
    const { id } = read(await this.forum.moderate('POST', `documents/${documentId}/sections`, { parentId, title }));
    await this.forum.moderate('POST', `sections/${id}/drafters`, { mandateId: this.writer.mandateId });
    return id;
  }

  /** Seq and hash of what is in the database, by another door. */
  stored(): Promise<unknown> {
    return this.forum.moderate('GET', `sections/${this.sectionId}/text`);
  }

  /** Nothing was stored, and nothing was shown. */
  async expectUnnoticed(): Promise<void> {
    expect(await this.stored()).toEqual(this.before);
    expect(this.bystander.applied).toEqual([]);
  }

  /** The node lives: it answers, and lets in whoever comes; the bystander types on at the end. */
  async expectServed(): Promise<void> {
    expect((await fetch(`${this.forum.url}/healthz`)).status).toBe(200);
    (await this.enter()).close();
  }

  /** The bystander, never disturbed, types on. */
  async stop(): Promise<void> {
    expect(await this.bystander.push([this.bystander.append(paragraph(new Y.XmlText('as if nothing had happened')))])).toMatchObject({ ok: true });
    this.bystander.close();
    await this.forum.stop();
  }
}
