import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InviteSecretariat } from '../../src/features/people/invite-secretariat.js';
import { TestForum } from './forum.fixture.js';

let forum: TestForum;
beforeAll(async () => {
  forum = await TestForum.start();
});
afterAll(() => forum.stop());

const invite = async (email: string): Promise<string> => {
  const { url } = await forum.app.get(InviteSecretariat, { strict: false }).invite(email);
  return url.split('/').at(-1) ?? '';
};
const accept = (token: string) => forum.ask(null, 'POST', `links/${token}`, { password: 'long enough to be one' });
const roles = async (token: string): Promise<string[]> =>
  (await accept(token).expect(201)).body.mandates.map(({ role }: { role: string }) => role).sort();

describe('inviting the secretariat from the command line', () => {
  it('[PE16] opens the forum if there is none, and makes the first member', async () => {
    const token = await invite('First@forum.example');
    expect((await forum.ask(null, 'GET', `links/${token}`)).body).toMatchObject({ purpose: 'invitation', email: 'first@forum.example' });
    expect(await roles(token)).toEqual(['secretariat']);
    expect((await forum.ask(null, 'GET', 'installation')).body).toMatchObject({ forum: { title: { en: 'Expert Forum' } }, demonstration: null });
  });

  it('[PE16] of somebody who missed the first link makes a new one and no second member', async () => {
    const missed = await invite('second@forum.example');
    forum.clock.advance(24 * 3_600_000);
    const token = await invite('SECOND@forum.example');
    expect((await accept(missed)).body.code).toBe('link-invalid');
    expect(await roles(token)).toEqual(['secretariat']);
    expect(await forum.dataSource.query('SELECT count(*)::integer AS members FROM member')).toEqual([{ members: 2 }]);
    expect(await forum.dataSource.query('SELECT count(*)::integer AS forums FROM forum')).toEqual([{ forums: 1 }]);
  });

  it('[PE16] of a member with another mandate grants that of the secretariat', async () => {
    const [{ id: forumId }] = await forum.dataSource.query('SELECT id FROM forum');
    const { email } = await forum.person({ kind: 'installation', forumId }, { role: 'translator' });
    expect(await roles(await invite(email))).toEqual(['secretariat', 'translator']);
  });
});
