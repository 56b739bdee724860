import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLIENT_COMMANDS } from '@expert-forum/contracts';
import { actsForCentre, mayPerform, ROLES, type Role } from '@expert-forum/domain';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum } from '../people/forum.fixture.js';
import { declaredRoutes, expressRoutes, subscribedMessages } from './enumerate-doors.js';
import { MESSAGES, ROUTES, type Asked } from './route-table.js';

const DAY = 86_400_000;
const AUTHORITY = ['login-required', 'mandate-required', 'mandate-not-held', 'not-allowed', 'request-header-missing', 'origin-not-allowed'];

/** Somebody at a door. `holds`: what the mandate they name is worth. */
interface Visitor {
  readonly memberId: string | null;
  readonly mandateId: string | null;
  readonly holds: Role | 'no mandate' | 'another’s mandate' | 'a mandate not in force';
}

let forum: TestForum;
let by: InstallationPerformer;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  const centreId = await forum.centre(by, 'UZB-CTP');
  for (const role of ROLES) visitors.set(role, { ...(await forum.person(by, { role, ...(actsForCentre(role) && { centreId }) })), holds: role });
  const secretariat = await forum.person(by, { role: 'secretariat' });
  const inDays = (days: number): string => new Date(forum.clock.now().getTime() + days * DAY).toISOString();
  const [future, ended, withdrawn] = [
    await forum.person(by, { role: 'secretariat', startsAt: inDays(1) }),
    await forum.person(by, { role: 'secretariat', startsAt: inDays(-2), endsAt: inDays(-1) }),
    await forum.person(by, { role: 'secretariat' }),
  ];
  await forum.ask(secretariat, 'POST', `mandates/${withdrawn.mandateId}/withdrawal`).expect(204);
  for (const [name, person] of Object.entries({ future, ended, withdrawn })) visitors.set(`${name} mandate`, { ...person, holds: 'a mandate not in force' });
  visitors.set('the public', { memberId: null, mandateId: secretariat.mandateId, holds: 'secretariat' });
  visitors.set('without a mandate', { memberId: secretariat.memberId, mandateId: null, holds: 'no mandate' });
  visitors.set('under another’s mandate', { memberId: withdrawn.memberId, mandateId: secretariat.mandateId, holds: 'another’s mandate' });
});
afterAll(() => forum.stop());

/** What the table of roles says; null: the visitor gets past authority. */
function expected(asked: Asked, { memberId, holds }: Visitor): string | null {
  if (asked === 'public') return null;
  if (memberId === null) return 'login-required';
  if (asked === 'login') return null;
  if (holds === 'no mandate') return 'mandate-required';
  if (holds === 'another’s mandate' || holds === 'a mandate not in force') return 'mandate-not-held';
  return mayPerform(asked, holds, { isOwn: true }).ok ? null : 'not-allowed';
}

async function knock(route: string, { memberId, mandateId }: Visitor): Promise<string | null> {
  const [method = '', path = ''] = route.split(' ');
  const place = path.replace('sections/:id', 'sections/s-0123456789').replace(/:\w+/g, () => randomUUID());
  const asked = request(forum.url)[METHODS[method] ?? 'get'](place).set('X-Forum-Request', '1');
  if (memberId !== null) void asked.set('Cookie', await forum.signIn(memberId)); // its own: some doors end it
  if (mandateId !== null) void asked.set('X-Forum-Mandate', mandateId);
  const { status, body } = method === 'GET' ? await asked : await asked.send({});
  expect(status).toBeLessThan(500);
  return AUTHORITY.includes(body?.code) ? body.code : null;
}

const METHODS: Readonly<Record<string, 'get' | 'post' | 'put' | 'patch' | 'delete'>> = { POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' };

describe('the doors', () => {
  it('[PE1] every route has a row, and every row a route', () => {
    expect([...new Set(expressRoutes(forum.app))].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('[PE1] every route declares what its row says', () => {
    const said = Object.fromEntries([...declaredRoutes(forum.app)].map(([route, { requirement: asks }]) => [route, asks?.kind === 'action' ? asks.action : asks?.kind]));
    expect({ ...said, 'GET /api/v1/openapi.json': 'public' }).toEqual(ROUTES);
  });

  it('[PE1] every subscribed message is bound by a command, may be sent by a client and has a row', () => {
    const messages = subscribedMessages(forum.app);
    expect(messages.filter(({ message, boundAs }) => message !== boundAs)).toEqual([]);
    const names = messages.map(({ message }) => message).sort();
    expect(names.filter((name) => !CLIENT_COMMANDS.some((command) => command === name))).toEqual([]);
    expect(names).toEqual(Object.keys(MESSAGES).sort());
  });

  it.each(Object.entries(ROUTES))('[PE1] %s lets in exactly whom the table allows (%s)', async (route, asked) => {
    const answers = new Map<string, string | null>();
    for (const [name, visitor] of visitors) answers.set(name, await knock(route, visitor));
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries([...visitors].map(([name, visitor]) => [name, expected(asked, visitor)])));
  });

  it.each(Object.keys(ROUTES).filter((route) => !route.startsWith('GET ')))('[PE14] %s wants the header of our pages', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const { body } = await request(forum.url)[METHODS[method] ?? 'get'](path);
    expect(body).toMatchObject({ status: 403, code: 'request-header-missing' });
  });
});
