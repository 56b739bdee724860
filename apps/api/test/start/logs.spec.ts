import { readFileSync } from 'node:fs';
import path from 'node:path';
import { connectSection, signIn } from '@expert-forum/collab/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { type, until } from '../client/typing.fixture.js';
import { ask } from '../crash/stored-text.js';
import { paragraph, RawConnection } from '../drafting/raw-connection.fixture.js';
import { newPlace, startForum, type Place, type RunningForum } from './running-forum.js';

/** Stands in everything that must not be logged; split here, so that this file's own path or stack cannot hold it. */
const MARK = ['tell', 'tale'].join('');
const PASSWORD = `${MARK}-of-a-password`;
const DRAFTER = `
  SELECT section_id AS "sectionId", email FROM drafter JOIN mandate ON mandate.id = mandate_id JOIN member ON member.id = member_id
    JOIN section ON section.id = section_id WHERE phase = 'drafting' ORDER BY section_id LIMIT 1`;

let place: Place;
let forum: RunningForum;
/** What the forum itself made up and must keep to itself. */
const secrets: string[] = [];

beforeAll(async () => {
  place = newPlace();
  forum = await startForum(place.directory, { LOG_LEVEL: 'trace', DEMO_PASSWORD: PASSWORD });
}, 60_000);
afterAll(async () => {
  await forum.stop();
  place.remove();
});

const HEADERS = { 'X-Forum-Request': '1', 'Content-Type': 'application/json', 'User-Agent': MARK, Referer: `http://x.example/${MARK}` };

async function request(method: string, route: string, { body, headers = {} }: { body?: string | object; headers?: object } = {}): Promise<Response> {
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  const response = await fetch(`${forum.url}${route}`, { method, headers: { ...HEADERS, ...headers }, ...(text !== undefined && { body: text }) });
  secrets.push(...response.headers.getSetCookie().map((line) => line.split(/[=;]/)[1] ?? ''));
  return response;
}

/** While a table takes no rows, whatever would write into it fails inside the forum, with all it would have written at hand. */
async function whileClosed(table: string, work: () => Promise<unknown>): Promise<void> {
  await ask(place.directory, `CREATE TRIGGER is_closed BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  await work();
  await ask(place.directory, `DROP TRIGGER is_closed ON ${table}`);
}

async function visitDoors(): Promise<void> {
  const credentials = { email: 'secretariat@forum.example', password: PASSWORD };
  const login = await request('POST', '/api/v1/logins', { body: credentials });
  const { mandates }: { mandates: { id: string }[] } = await login.json();
  const headers = { Cookie: login.headers.getSetCookie().join('; '), 'X-Forum-Mandate': mandates[0]?.id ?? '' };
  await request('POST', '/api/v1/logins', { body: { email: `${MARK}@forum.example`, password: `${MARK}-wrong` } });
  await request('POST', '/api/v1/logins', { body: `{"password": "${MARK}` });
  await request('GET', `/api/v1/people?q=${MARK}`, { headers });
  await request('GET', `/${MARK}?${MARK}`, { headers: { Accept: 'text/html' } });

  const invitation = { email: 'somebody@forum.example', name: MARK, role: 'observer', language: 'en' };
  await whileClosed('member', () => request('POST', '/api/v1/invitations', { headers, body: invitation }));
  const link = await request('POST', '/api/v1/invitations', { headers, body: invitation });
  const { url }: { url: string } = await link.json();
  const token = url.split('/').at(-1) ?? '';
  secrets.push(token);
  for (const page of [`/en/invite/${token}`, `/api/v1/links/${token}`, `/api/v1/links/${MARK}`]) await request('GET', page);
  await whileClosed('link', () => request('POST', `/api/v1/links/${token}`, { body: { password: `${MARK}-and-long-enough` } }));
  await request('POST', `/api/v1/links/${token}`, { body: { password: `${MARK}-short` } });
  await request('POST', `/api/v1/links/${token}`, { body: { password: `${MARK}-and-long-enough` } });
}

async function draft(): Promise<void> {
  const [drafter] = await ask<{ sectionId: string; email: string }>(place.directory, DRAFTER);
  if (drafter === undefined) throw new Error('nothing is being drafted');
  const { sectionId, email } = drafter;
  const { ticket } = await signIn({ url: forum.url, email, password: PASSWORD });
  const noted = async (): Promise<string> => {
    const given = await ticket();
    secrets.push(given);
    return given;
  };
  const section = connectSection({ url: forum.url, ticket: noted, sectionId });
  await section.synced;
  type(section, `${MARK} in a paragraph`);
  section.presence.move({ anchor: MARK, head: MARK });
  await section.saved();
  section.doc.getXmlFragment('body').insert(0, [new Y.XmlText(`${MARK} loose in the root`)]);
  await section.saved().catch(() => undefined);
  await until(section, () => section.statusDetails.isEditable);
  await whileClosed('section_update', async () => {
    type(section, `${MARK} while nothing can be stored`);
    const raw = await RawConnection.open(forum.url, { ticket: await noted() });
    await raw.join(sectionId);
    await raw.push([raw.append(paragraph(new Y.XmlText(MARK)))]);
    raw.close();
  });
  await section.saved();
  await section.destroy();

  await RawConnection.open(forum.url, { ticket: MARK }).catch(() => undefined);
  const raw = await RawConnection.open(forum.url, { ticket: await noted() });
  await raw.ask('section:join', { sectionId: MARK, [MARK]: MARK });
  await raw.ask('update:push', Buffer.from(MARK));
  const closed = raw.closed();
  raw.socket.emit(MARK, MARK);
  await closed;
}

describe('what is logged', () => {
  it('[ST13] never holds a password, a ticket, a link, a cookie, a query, a header or a text, at any level and whatever fails', async () => {
    await visitDoors();
    await draft();
    const logged = forum.output() + readFileSync(path.join(place.directory, 'postgres.log'), 'utf8');
    expect(forum.output()).toContain('"level":50'); // failures were among it
    expect(logged.split('\n').filter((line) => [MARK, ...secrets].some((secret) => line.includes(secret)))).toEqual([]);
  }, 90_000);
});
