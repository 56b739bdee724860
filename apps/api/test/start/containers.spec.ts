import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfig, SETTINGS } from '../../src/platform/config/read-config.js';

const read = (file: string): string => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');

describe('containers', () => {
  interface Service {
    image?: string;
    build?: string;
    environment: Record<string, string>;
    profiles?: string[];
    ports?: string[];
    volumes?: string[];
    stop_grace_period?: string;
  }
  const compose = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<'postgres' | 'forum' | 'node-1' | 'node-2' | 'proxy' | 'mail', Service>;
  };

  it('[ST8] compose sets only what the forum reads, in a form that it accepts', () => {
    const { environment } = compose.services.forum;
    expect(Object.keys(environment).filter((name) => !SETTINGS.some((setting) => setting === name))).toEqual([]);
    const defaults = Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/\$\{\w+(?::-([^}]*))?\}/g, (_, fallback?: string) => fallback ?? 'given'),
    ]);
    expect(readConfig(Object.fromEntries(defaults))).toMatchObject({ demonstration: null, publicOrigins: ['http://127.0.0.1:3000'] });
  });

  it('[ST8] compose gives PostgreSQL 18 the collations of the embedded one', () => {
    expect(compose.services.postgres.image).toBe('postgres:18');
    const embedded = read('packages/embedded-postgres/src/start-embedded-postgres.ts');
    for (const argument of (compose.services.postgres.environment['POSTGRES_INITDB_ARGS'] ?? '').split(' ')) {
      expect(embedded).toContain(`'${argument}'`);
    }
  });

  it('[ST15] the profile of several nodes has two of the same, behind a proxy that asks each whether it takes connections', () => {
    const { forum, proxy, ...others } = compose.services;
    for (const name of ['node-1', 'node-2'] as const) {
      expect(others[name]).toEqual({ ...forum, profiles: ['nodes'], ports: [], environment: { ...forum.environment, TRUST_PROXY: 'true' } });
    }
    expect(Number.parseInt(forum.stop_grace_period ?? '', 10)).toBeGreaterThan(20);
    expect(proxy).toMatchObject({ profiles: ['nodes'], ports: forum.ports, volumes: ['./containers/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro'] });
    const lines = read('containers/haproxy.cfg').split('\n').map((line) => line.trim());
    expect(lines).toEqual(expect.arrayContaining(['option httpchk GET /readyz', 'server node-1 node-1:3000', 'server node-2 node-2:3000', 'bind :3000']));
  });

  it('[ST8] the image starts what npm start starts, and not as root', () => {
    const lines = read('Dockerfile').split('\n');
    const start = read('tools/start.mjs');
    expect(lines.at(-2)).toBe('CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]');
    for (const part of ["'--enable-source-maps'", "'apps', 'api', 'dist', 'main.js'"]) expect(start).toContain(part);
    expect(lines).toContain('USER node');
    expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
  });
});
