import type { SectionWhereabouts, WhereaboutsNews } from '@expert-forum/contracts';
import { SCHEMA_VERSION } from '@expert-forum/collab';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RawConnection } from '../drafting/raw-connection.fixture.js';
import type { Person } from '../people/forum.fixture.js';
import { Meeting } from '../sessions/meeting.fixture.js';

let meeting: Meeting;
let hub: string;
let skills: string;
const opened: RawConnection[] = [];

beforeAll(async () => {
  meeting = await Meeting.prepare();
  hub = await meeting.section('The Hub');
  skills = await meeting.section('Skills');
});
afterEach(() => opened.splice(0).forEach((raw) => raw.close()));
afterAll(() => meeting.end());

async function connect(person: Person, url?: string): Promise<RawConnection> {
  const raw = await meeting.connect(person, url);
  opened.push(raw);
  return raw;
}

const enter = (raw: RawConnection, sectionId: string) => raw.ask('section:join', { sectionId, schema: SCHEMA_VERSION, resume: [], fresh: 0 });

/** Somebody who watches: what is to be seen, as it was told. */
class Watcher {
  readonly heard: SectionWhereabouts[] = [];
  private checks: (() => void)[] = [];

  private constructor(private readonly seen: Map<string, readonly string[]>) {}

  static async of(raw: RawConnection): Promise<Watcher> {
    const watcher = new Watcher(new Map());
    raw.socket.on('whereabouts:changed', ({ sections }: WhereaboutsNews) => watcher.hear(sections));
    const answer = await raw.ask<WhereaboutsNews>('whereabouts:watch', { isWatching: true });
    if (!answer.ok) throw new Error(answer.problem.code);
    watcher.hear(answer.value.sections);
    return watcher;
  }

  /** Resolves when exactly these are to be seen in the section. */
  sees(sectionId: string, ...here: string[]): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if ((this.seen.get(sectionId) ?? []).join() === here.join()) resolve();
      };
      this.checks.push(check);
      check();
    });
  }

  private hear(sections: readonly SectionWhereabouts[]): void {
    this.heard.push(...sections);
    for (const { sectionId, here } of sections) this.seen.set(sectionId, here);
    for (const check of this.checks) check();
  }
}

describe('who is where', () => {
  it('[OU18] [OU19] is told by centre, and by role where there is none; each once, and live', async () => {
    const { focalUzb, expert, observer, moderator } = meeting.people;
    const watcher = await Watcher.of(await connect(moderator));
    const [one, two, third] = [await connect(focalUzb), await connect(expert), await connect(observer)];
    await enter(one, hub);
    await enter(two, hub);
    await enter(third, skills);
    await watcher.sees(hub, 'UZB-CTP');
    await watcher.sees(skills, 'observer');
    await two.ask('section:leave', { sectionId: hub });
    await enter(two, skills);
    await watcher.sees(skills, 'UZB-CTP', 'observer');
    one.close();
    await watcher.sees(hub);
    expect(JSON.stringify(watcher.heard)).not.toMatch(new RegExp([focalUzb, expert, observer].flatMap(({ memberId, mandateId }) => [memberId, mandateId]).join('|')));
  });

  it('[OU19] is answered whole to whoever begins to watch, and told no more to who has ended it', async () => {
    const { focalJpn, observer } = meeting.people;
    const raw = await connect(observer);
    const watcher = await Watcher.of(raw);
    const reader = await connect(focalJpn);
    await enter(reader, hub);
    await watcher.sees(hub, 'JPN-HDP');
    const late = await Watcher.of(await connect(observer));
    await late.sees(hub, 'JPN-HDP');
    expect(await raw.ask('whereabouts:watch', { isWatching: false })).toEqual({ ok: true, value: { sections: [] } });
    const before = watcher.heard.length;
    await reader.ask('section:leave', { sectionId: hub });
    await late.sees(hub);
    expect(watcher.heard).toHaveLength(before);
  });

  it('[OU20] is that of all nodes together', async () => {
    const { focalJpn, focalUzb, observer } = meeting.people;
    const other = await meeting.startNode();
    const watcher = await Watcher.of(await connect(observer));
    const [here, there] = [await connect(focalUzb), await connect(focalJpn, other)];
    await enter(here, hub);
    await enter(there, hub);
    await watcher.sees(hub, 'JPN-HDP', 'UZB-CTP');
    there.close();
    await watcher.sees(hub, 'UZB-CTP');
  });

  it('[OU18] is told in its own forum alone', async () => {
    const by = await meeting.forum.open();
    const stranger = await meeting.forum.person(by, { role: 'observer' });
    const [outside, inside] = [await Watcher.of(await connect(stranger)), await Watcher.of(await connect(meeting.people.observer))];
    await enter(await connect(meeting.people.focalJpn), hub);
    await inside.sees(hub, 'JPN-HDP');
    expect(outside.heard).toEqual([]);
    const late = await Watcher.of(await connect(stranger));
    expect(late.heard).toEqual([]);
  });
});
