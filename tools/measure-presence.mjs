import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as elapse } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ROOT } from './lib/workspace.mjs';

/*
 * Presence over nodes, by the doorbell and by socket.io's adapters for PostgreSQL and for Redis Streams
 * (docs/adr/0011-presence-over-nodes.md).
 *   npm run build && npm install --prefix FOLDER @socket.io/postgres-adapter@0.5.0 @socket.io/redis-streams-adapter@0.3.1 redis@6.3.1
 *   REDIS_URL=redis://127.0.0.1:6379 node tools/measure-presence.mjs FOLDER
 */

const SECTIONS = 20;
const MOVERS = 5;
const GATHER_MS = 80;
const SECONDS = 10;

const fromApi = createRequire(path.join(ROOT, 'apps', 'api', 'package.json'));
const load = (file) => import(pathToFileURL(file).href);
const { startEmbeddedPostgres } = await load(fromApi.resolve('@expert-forum/embedded-postgres'));
const { Doorbell } = await load(path.join(ROOT, 'apps/api/dist/platform/doorbell/doorbell.js'));
const { createDataSource } = await load(path.join(ROOT, 'apps/api/dist/platform/database/data-source.js'));
const pg = fromApi('pg');
const { Server } = fromApi('socket.io');
const [, , adapters] = process.argv;
if (adapters === undefined) throw new Error('Where are the adapters? See the first lines of this file.');
const fromAdapters = createRequire(path.join(path.resolve(adapters), 'package.json'));
const { REDIS_URL } = process.env;

const place = mkdtempSync(path.join(tmpdir(), 'forum-presence-'));
chmodSync(place, 0o711);
const postgres = await startEmbeddedPostgres(path.join(place, 'data'));
const admin = new pg.Client({ connectionString: postgres.url });
await admin.connect();

/** What changed in a section within a moment: so many people, each with a caret as editors send it. */
const newsOf = (section, n) => ({
  channel: section,
  n,
  sentAt: performance.now(),
  people: Array.from({ length: MOVERS }, (_, at) => ({
    connection: `connection-${section}-${at}`.padEnd(20, 'x'),
    label: 'UZB-CTP',
    colour: 'var(--UZB)',
    cursor: { anchor: { type: { client: 123_456_789, clock: n }, assoc: 0 }, head: { type: { client: 123_456_789, clock: n }, assoc: 0 } },
  })),
});

class Figures {
  local = [];
  far = [];
  backwards = 0;
  last = new Map();
  seen(isFar, { channel, n, sentAt }) {
    (isFar ? this.far : this.local).push(performance.now() - sentAt);
    if (!isFar) return;
    if (n < (this.last.get(channel) ?? 0)) this.backwards += 1;
    this.last.set(channel, n);
  }
}

async function byDoorbell(figures) {
  const [here, there] = [0, 1].map(() => new Doorbell(createDataSource(postgres.url)));
  there.onRing('presence', (_, detail) => JSON.parse(detail).forEach((news) => figures.seen(true, news)));
  await Promise.all([here, there].map((each) => each.onApplicationBootstrap()));
  return {
    tell: (all) => {
      all.forEach((news) => figures.seen(false, news)); // its own people are told directly
      let part = [];
      for (const news of all) {
        if (part.length > 0 && JSON.stringify([...part, news]).length > 7_500) [part] = [[], void here.say('presence', 'said', JSON.stringify(part))];
        part.push(news);
      }
      void here.say('presence', 'said', JSON.stringify(part));
    },
    end: () => Promise.all([here, there].map((each) => each.beforeApplicationShutdown())),
  };
}

/** Two servers, each with its adapter; what a server sends is seen where its own people would be served. */
async function byAdapters(figures, makeAdapters, release) {
  const [here, there] = makeAdapters.map((adapter) => new Server(createServer(), { adapter }));
  let base = Object.getPrototypeOf(here.sockets.adapter);
  while (Object.getPrototypeOf(base) !== null && base.constructor.name !== 'Adapter') base = Object.getPrototypeOf(base);
  const broadcast = base.broadcast;
  base.broadcast = function (packet, options) {
    figures.seen(this === there.sockets.adapter, packet.data[1]);
    return broadcast.call(this, packet, options);
  };
  await elapse(1_000); // they find each other
  return {
    tell: (all) => all.forEach((news) => here.to(`section:${news.channel}`).emit('presence:changed', news)),
    end: async () => {
      await Promise.all([here, there].map((each) => each.close()));
      base.broadcast = broadcast;
      await release();
    },
  };
}

async function byPostgresAdapter(figures) {
  const { createAdapter } = fromAdapters('@socket.io/postgres-adapter');
  await admin.query('CREATE TABLE IF NOT EXISTS socket_io_attachments (id bigserial UNIQUE, created_at timestamptz DEFAULT now(), payload bytea)');
  const pools = [0, 1].map(() => new pg.Pool({ connectionString: postgres.url, max: 10 }));
  return byAdapters(figures, pools.map((pool) => createAdapter(pool)), () => Promise.all(pools.map((pool) => pool.end())));
}

async function byRedisStreams(figures) {
  const { createAdapter } = fromAdapters('@socket.io/redis-streams-adapter');
  const clients = await Promise.all([0, 1].map(connectToRedis));
  return byAdapters(figures, clients.map((client) => createAdapter(client)), () => Promise.all(clients.map((client) => client.close())));
}

const connectToRedis = () => fromAdapters('redis').createClient({ url: REDIS_URL }).connect();
const redis = REDIS_URL === undefined ? null : await connectToRedis();
if (redis === null) process.stdout.write('Redis Streams is not measured: REDIS_URL names no server.\n');

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
/** Transactions of PostgreSQL and commands of Redis, whoever made them. */
const work = async () => {
  await elapse(1_200); // statistics come late
  const transactions = Number((await admin.query('SELECT sum(xact_commit) AS count FROM pg_stat_database')).rows[0].count);
  const [, commands = 0] = /total_commands_processed:(\d+)/.exec((await redis?.info('stats')) ?? '') ?? [];
  return { transactions, commands: Number(commands) };
};

async function measure(name, begin) {
  const figures = new Figures();
  const way = await begin(figures);
  const before = await work();
  const cpu = process.cpuUsage();
  for (let n = 1; n <= (SECONDS * 1_000) / GATHER_MS; n += 1) {
    way.tell(Array.from({ length: SECTIONS }, (_, section) => newsOf(section, n)));
    await elapse(GATHER_MS);
  }
  await elapse(500);
  const used = process.cpuUsage(cpu);
  const after = await work();
  const perSecond = (of) => ((after[of] - before[of]) / SECONDS).toFixed(0);
  await way.end();
  const ms = (values, share) => at(values, share).toFixed(2);
  const told = (SECONDS * 1_000 * SECTIONS) / GATHER_MS;
  process.stdout.write(
    `${name}: own node p50 ${ms(figures.local, 0.5)} p99 ${ms(figures.local, 0.99)} ms; other node p50 ${ms(figures.far, 0.5)} p99 ${ms(figures.far, 0.99)} ms; ` +
      `arrived ${figures.far.length} of ${told}; backwards ${figures.backwards}; ${perSecond('transactions')} transactions/s, ${perSecond('commands')} commands/s; ${Math.round((used.user + used.system) / told)} µs a frame\n`,
  );
}

for (let run = 1; run <= 3; run += 1) {
  await measure('doorbell          ', byDoorbell);
  await measure('PostgreSQL adapter', byPostgresAdapter);
  if (redis !== null) await measure('Redis Streams     ', byRedisStreams);
}
await redis?.close();
await admin.end();
postgres.stop();
rmSync(place, { recursive: true, force: true });
