import type { MinutesView, OutlineView, SessionSummary, SessionView } from '@expert-forum/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readStrategyFile } from '../../src/features/demonstration/strategy-file.js';
import { startDemonstration, type RunningForum } from '../client/demonstration.fixture.js';

const HOUR_MS = 3_600_000;

let forum: RunningForum;
let sessions: SessionSummary[];

const read = async <T>(path: string): Promise<T> => (await forum.moderate('GET', path)) as T;
const find = (words: string): string => sessions.find(({ title }) => title.en.includes(words))?.id ?? '';

beforeAll(async () => {
  forum = await startDemonstration();
  sessions = await read('sessions');
}, 60_000);
afterAll(() => forum.stop());

describe('the sessions of the demonstration forum', () => {
  it('[DE3] are one that took place and two to come', () => {
    expect(sessions.map(({ title, state }) => [title.en, state])).toEqual([
      ['Inaugural meeting of the Expert Forum', 'closed'],
      ['Second reading: chapters 3 to 6', 'planned'],
      ['Drafting retreat: remaining brackets', 'planned'],
    ]);
  });

  it('[DE3] the first settled its sections by decisions, in its own time and with its centres', async () => {
    const file = readStrategyFile();
    const [first] = file.sessions;
    const minutes = await read<MinutesView>(`sessions/${find('Inaugural')}/minutes`);
    expect(minutes).toMatchObject({ place: 'Tashkent', centresPresent: [...(first?.present ?? [])].sort() });
    expect(minutes.items.map(({ state, outcome }) => [state, outcome])).toEqual(first?.agenda.map(({ outcome }) => ['decided', outcome]));
    const decisions = minutes.items.flatMap((item) => item.decisions);
    expect(decisions.map(({ sectionNumber, kind }) => [sectionNumber, kind])).toEqual(
      ['1.1', '1.2', '7.3', '8.3', '8.5', '9.2', '4.3', '6.2'].map((number) => [number, 'agreed']),
    );
    expect(decisions[0]).toMatchObject({ text: 'Section 1.1 is agreed.', at: expect.stringMatching(/T10:05:0\d/), centresPresent: minutes.centresPresent });
    const daysAgo = (Date.now() - Date.parse(decisions[0]?.at ?? '')) / (24 * HOUR_MS);
    expect(Math.round(daysAgo)).toBeGreaterThanOrEqual(39);
    const revision = await read<{ hash: string; document: object }>(`revisions/${decisions[0]?.revision?.id}`);
    expect(await read(`sections/${decisions[0]?.sectionId}/text`)).toMatchObject({ hash: revision.hash, document: revision.document });
  });

  it('[DE3] leave every section in the phase that the file says', async () => {
    const [document] = await read<{ id: string }[]>('documents');
    const { sections } = await read<OutlineView>(`documents/${document?.id}/outline`);
    const statuses = new Map(sections.map(({ number, status }) => [number, status]));
    const words: Record<string, string> = { agreed_ad_ref: 'agreed_ad_referendum' };
    const { chapters, publications } = readStrategyFile();
    for (const { id, status } of chapters.flatMap((chapter) => chapter.sections)) {
      const isPublished = publications.some(({ sections }) => sections.includes(id));
      expect([id, statuses.get(id.slice(1))]).toEqual([id, isPublished ? 'published' : (words[status] ?? status)]);
    }
  });

  it('[DE3] name nobody in the minutes', async () => {
    const minutes = JSON.stringify(await read(`sessions/${find('Inaugural')}/minutes`));
    for (const { name, email } of readStrategyFile().users) {
      expect(minutes).not.toContain(email);
      expect(name === 'Observer 1' || !minutes.includes(name)).toBe(true);
    }
  });

  it('[DE3] the second starts in about an hour, with a section to agree upon', async () => {
    const session = await read<SessionView>(`sessions/${find('Second')}`);
    const ahead = (Date.parse(session.startsAt) - Date.now()) / HOUR_MS;
    expect([ahead > 0.9, ahead < 1.15, session.place, session.chair.memberName]).toEqual([true, true, null, 'Rustam V.']);
    expect(session.items[1]).toMatchObject({
      title: { en: '5.2 Artificial intelligence and the Internet of Things', ja: expect.stringMatching(/^5\.2 /) },
      state: 'pending',
      sections: [{ number: '5.2', phase: 'drafting' }],
    });
  });

  it('[DE3] the second can be run: opened, put on the table, asked about', async () => {
    const id = find('Second');
    await forum.moderate('POST', `sessions/${id}/open`);
    const { items } = await read<SessionView>(`sessions/${id}`);
    await forum.moderate('POST', `agenda-items/${items[1]?.id}/activate`);
    const call = await forum.moderate('POST', `agenda-items/${items[1]?.id}/calls`, { sectionId: items[1]?.sections[0]?.id });
    expect(call).toMatchObject({ stoppedAt: null });
    expect(await read(`sessions/${id}`)).toMatchObject({ state: 'open', call });
  });
});
