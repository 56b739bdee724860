import { newParagraphId } from '@expert-forum/collab';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { paragraph, type Answer, type RawConnection } from './raw-connection.fixture.js';
import { Trespass } from './trespass.fixture.js';

let trespass: Trespass;
let raw: RawConnection;

beforeAll(async () => {
  trespass = await Trespass.start();
}, 60_000);
beforeEach(async () => {
  raw = await trespass.enter();
});
afterEach(async () => {
  raw.close();
  await trespass.expectUnnoticed();
});
afterAll(() => trespass.stop());

const joining = (members: object = {}): object => ({ sectionId: trespass.sectionId, schema: 1, resume: [], fresh: 0, ...members });
const pointersOf = (answer: Answer<unknown>): string[] =>
  answer.ok ? [] : [...new Set((answer.problem.errors ?? []).map(({ pointer }) => pointer))].sort();

const removedSection = async (): Promise<string> => {
  const id = await trespass.addSection();
  await trespass.forum.moderate('DELETE', `sections/${id}`);
  return id;
};

const foreignSection = async (): Promise<string> => {
  const id = newParagraphId().replace('p-', 's-');
  await trespass.forum.query(
    `WITH other AS (INSERT INTO forum (id, title, disclaimer, home_timezone, created_at) VALUES (gen_random_uuid(), '{}', '{}', 'UTC', now()) RETURNING id),
          text AS (INSERT INTO document (id, forum_id, title, created_at) SELECT gen_random_uuid(), id, '{}', now() FROM other RETURNING id),
          chapter AS (INSERT INTO section (id, document_id, position, title, phase, phase_changed_at) SELECT $2, id, 0, '{}', 'drafting', now() FROM text RETURNING id, document_id)
     INSERT INTO section (id, document_id, parent_id, position, title, phase, phase_changed_at) SELECT $1, document_id, id, 0, '{}', 'drafting', now() FROM chapter`,
    [id, newParagraphId().replace('p-', 's-')],
  );
  return id;
};

describe('joining', () => {
  it.each([
    ['that does not exist', () => Promise.resolve('s-0000000000')],
    ['of another forum', foreignSection],
    ['that was removed', removedSection],
  ])('[PR10] a section %s is answered as if there were none', async (_title, sectionOf) => {
    expect(await raw.ask('section:join', joining({ sectionId: await sectionOf() }))).toMatchObject({ ok: false, problem: { code: 'not-found', status: 404 } });
  });

  it('[PR8] in a wrong form names what is wrong', async () => {
    const answer = await raw.ask('section:join', { sectionId: '1', schema: 0, epoch: null, resume: [0, 2 ** 32], fresh: 9, extra: true });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'input-invalid', status: 422 } });
    expect(pointersOf(answer)).toEqual(['/epoch', '/extra', '/fresh', '/resume', '/schema', '/sectionId']);
    expect(pointersOf(await raw.ask('section:join', joining({ resume: Array.from({ length: 51 }, (_, lease) => lease + 1) })))).toEqual(['/resume']);
  });

  it.each([
    ['null', null],
    ['text', 'text'],
    ['an object', {}],
    ['a list', []],
    ['bytes that end too early', Uint8Array.of(5, 1)],
    ['bytes that go on', Uint8Array.of(0, 0)],
    ['endless numbers', new Uint8Array(50_000).fill(255)],
  ])('[PR8] with %s for a state vector is refused', async (_title, stateVector) => {
    const answer = await raw.ask('section:join', joining({ stateVector }));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
    expect(pointersOf(answer)).toEqual(['/stateVector']);
  });

  it('[PR8] with a state vector of others is answered with what is missing in it', async () => {
    const stateVector = Y.encodeStateVector(raw.doc);
    expect(await raw.ask('section:join', joining({ stateVector }))).toMatchObject({ ok: true });
  });

  it('[R19] with another epoch is refused', async () => {
    expect(await raw.ask('section:join', joining({ epoch: 9 }))).toMatchObject({ ok: false, problem: { code: 'epoch-changed', status: 409 } });
  });
});

describe('commands', () => {
  it.each([
    ['no object', [7]],
    ['nothing', []],
    ['null', [null]],
    ['a list', [[]]],
    ['several', [{}, {}]],
    ['bytes', [Uint8Array.of(1)]],
    ['a thousand levels', [JSON.parse(`{"channel":1,"cursor":${'['.repeat(1_000)}${']'.repeat(1_000)}}`)]],
  ])('[PR8] that hold %s are refused', async (_title, payload) => {
    for (const name of ['section:join', 'section:leave', 'presence:move'] as const) {
      expect(await raw.ask(name, ...payload)).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
    }
  });

  it('[PR8] of thirty thousand levels cost nothing', async () => {
    raw.write(`2["presence:move",{"channel":${raw.channel},"cursor":${'['.repeat(30_000)}${']'.repeat(30_000)}}]`);
    expect(await raw.ask('section:leave', { sectionId: 's-0000000000' })).toMatchObject({ ok: true });
  });

  it('[PR8] cannot reach the prototype of anything', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      raw.write(`20["section:join",{"sectionId":"${trespass.sectionId}","schema":1,"resume":[],"fresh":0,"${name}":{"isAdmin":true,"schema":"x"}}]`);
    }
    expect(await raw.ask('section:leave', { sectionId: 's-0000000000' })).toMatchObject({ ok: true });
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  it('[PR8] without an acknowledgement are harmless', async () => {
    raw.socket.emit('section:join', joining());
    raw.socket.emit('section:join');
    raw.socket.emit('update:push', new Uint8Array(3));
    expect(await raw.ask('section:join', joining())).toMatchObject({ ok: true });
  });

  it('[PR10] for a section that was not joined, or left, are refused', async () => {
    const update = raw.append(paragraph(new Y.XmlText('words')));
    await raw.ask('section:leave', { sectionId: trespass.sectionId });
    const { channel } = raw;
    expect(await raw.push([update])).toMatchObject({ ok: false, problem: { code: 'not-joined', status: 409 } });
    expect(await raw.ask('presence:move', { channel, cursor: null })).toMatchObject({ ok: false, problem: { code: 'not-joined' } });
  });
});
