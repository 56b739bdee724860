import { encodeParts, encodePush, PART_MAX_BYTES, PROTOCOL_VERSION, SCHEMA_VERSION } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { paragraph, RawConnection } from './raw-connection.fixture.js';
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

const leaving = async (): Promise<string> => '1';

/** As socket.io asks to be connected to the only namespace, with a ticket of its own. */
const connecting = async (): Promise<string> =>
  `0${JSON.stringify({ ticket: await trespass.writer.signedIn.ticket(), protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION })}`;

const words = (length: number): Y.XmlElement => paragraph(new Y.XmlText('x'.repeat(length)));

describe('frames', () => {
  it('[PR5] over 64 KiB close the connection, whether bytes or text', async () => {
    for (const frame of [new Uint8Array(64 * 1024 + 1), `2["section:leave",{"sectionId":"${'s'.repeat(64 * 1024)}"}]`]) {
      const reason = raw.closed();
      raw.write(frame);
      expect(await reason).toMatchObject({ code: 4400, problem: { code: 'update-too-large', status: 413 } });
      raw = await trespass.enter();
    }
  });

  it('[PR5] over 128 KiB are not even read', async () => {
    const cut = raw.cut();
    raw.write(new Uint8Array(128 * 1024 + 1));
    await cut;
  });

  it('[PR6] that come too fast close the connection', async () => {
    const reason = raw.closed();
    for (let frame = 0; frame < 200; frame++) raw.socket.emit('section:leave', { sectionId: 's-0000000000' });
    expect(await reason).toMatchObject({ code: 4429, problem: { code: 'rate-exceeded', status: 429, retryAfter: 1 } });
  });

  it('[PR6] that bring too many bytes close the connection', async () => {
    const reason = raw.closed();
    for (let frame = 0; frame < 115; frame++) raw.socket.emit('update:push', new Uint8Array(60 * 1024));
    expect(await reason).toMatchObject({ code: 4429, problem: { code: 'rate-exceeded', retryAfter: 1 } });
  });

  it.each(['section:delete', 'constructor', '__proto__', 'toString'])('[PR7] with the unknown command %s close the connection', async (name) => {
    const reason = raw.closed();
    raw.socket.emit(name, {});
    expect(await reason).toMatchObject({ code: 4400, problem: { code: 'input-invalid' } });
  });

  it.each([
    ['more attachments than any command has', '5999999-["update:push",{"_placeholder":true,"num":0}]'],
    ['an attachment that does not follow', ['51-["update:push",{"_placeholder":true,"num":0}]', '2["section:leave",{}]']],
    ['an attachment that is not there', ['51-["update:push",{"_placeholder":true,"num":7}]', new Uint8Array(1)]],
    ['no kind of packet', '9["update:push"]'],
    ['no JSON', '2["update:push"'],
    ['JSON of 30,000 levels around an attachment', [`51-["presence:move",${'['.repeat(30_000)}${']'.repeat(30_000)}]`, new Uint8Array(1)]],
    ['a name that sockets use among themselves', '2["disconnect"]'],
    ['no format of bytes', Uint8Array.of(0x10, 1, 1)],
    ['a namespace that does not exist', Uint8Array.of(0xa0, 9, 1)],
    ['nothing', new Uint8Array(0)],
  ])('[PR7] that hold or claim %s end the connection', async (_title, frames) => {
    const cut = raw.cut();
    for (const frame of [frames].flat()) raw.write(frame);
    await cut;
  });

  it.each([
    ['leaves', [leaving]],
    ['leaves and connects again', [leaving, connecting]],
    ['connects twice', [connecting]],
  ])('[P11] of a member who %s cut their line, and no other', async (_title, frames) => {
    const cut = raw.cut();
    for (const frame of frames) raw.write(await frame());
    await cut;
    await trespass.expectServed();
  });

  it('[P11] of a member who connects twice at once cut their line, and no other', async () => {
    const sent = await Promise.all([connecting(), connecting()]);
    const socket = new WebSocket(`${trespass.forum.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const cut = new Promise((resolve) => socket.addEventListener('close', resolve));
    socket.addEventListener('open', () => sent.forEach((frame) => socket.send(`4${frame}`)));
    await cut;
    await trespass.expectServed();
  });

  it('[PR8] of updates cut off at any byte are answered with a problem, and so are wrong ones', async () => {
    const frame = encodePush({ channel: raw.channel, epoch: 1, lease: raw.lease, firstN: 1, updates: [raw.append(words(3))] });
    const wrong = [Uint8Array.of(...frame, 0), frame.with(4, 0), new Uint8Array(10).fill(255), 'words', 7, null, { length: 3 }, []];
    const cut = Array.from(frame.keys(), (length) => frame.slice(0, length));
    const answers = await Promise.all([...cut, ...wrong].map((bytes) => raw.ask('update:push', bytes)));
    expect(new Set(answers.map((answer) => answer.ok || answer.problem.code))).toEqual(new Set(['frame-malformed']));
  });
});

describe('parts', () => {
  const head = (n = 1) => ({ channel: raw.channel, epoch: 1, lease: raw.lease, n });
  const parts = (n = 1): Uint8Array[] => encodeParts(head(n), new Uint8Array(2 * PART_MAX_BYTES + 1));

  it('[PR9] out of order are refused and forgotten', async () => {
    const [first, second, third] = parts();
    expect(await raw.ask('update:part', first)).toEqual({ ok: true, value: null });
    expect(await raw.ask('update:part', third)).toMatchObject({ ok: false, problem: { code: 'frame-malformed' } });
    expect(await raw.ask('update:part', second)).toMatchObject({ ok: false, problem: { code: 'frame-malformed' } });
  });

  it('[PR9] of another update in between are refused', async () => {
    const [first] = parts();
    const [, other] = parts(2);
    await raw.ask('update:part', first);
    expect(await raw.ask('update:part', other)).toMatchObject({ ok: false, problem: { code: 'frame-malformed' } });
  });

  it('[PR9] that never end hinder nobody, not even their sender', async () => {
    const [first, second] = parts();
    await raw.ask('update:part', first);
    await raw.ask('update:part', second);
    expect(await raw.push([new Uint8Array(5)])).toMatchObject({ ok: false, problem: { code: 'update-malformed' } });
  });

  it('[PR9] of a section that was not joined are refused at once', async () => {
    const [first] = encodeParts({ ...head(), channel: raw.channel + 1 }, new Uint8Array(PART_MAX_BYTES + 1));
    expect(await raw.ask('update:part', first)).toMatchObject({ ok: false, problem: { code: 'not-joined' } });
  });

  it('[PR9] of 2 MiB together are read', async () => {
    expect(await raw.send(new Uint8Array(LIMITS.update.bytes))).toMatchObject({ ok: false, problem: { code: 'update-malformed', n: 1 } });
  });

  it('[PR9] of more than 2 MiB together are refused', async () => {
    expect(await raw.send(new Uint8Array(LIMITS.update.bytes + 1))).toMatchObject({ ok: false, problem: { code: 'update-too-large', kind: 'rejected', n: 1 } });
    const endless = encodeParts(head(), new Uint8Array(36 * PART_MAX_BYTES)).slice(0, 1);
    expect(await raw.ask('update:part', endless[0])).toMatchObject({ ok: false, problem: { code: 'frame-malformed' } });
  });
});
