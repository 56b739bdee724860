import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfig, SETTINGS } from '../../src/platform/config/read-config.js';

const read = (file: string): string => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');

describe('containers', () => {
  const compose = parse(read('docker-compose.yml')) as {
    services: Record<'postgres' | 'forum' | 'mail', { image?: string; environment: Record<string, string> }>;
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

  it('[ST8] the image starts what npm start starts, and not as root', () => {
    const lines = read('Dockerfile').split('\n');
    const start = read('tools/start.mjs');
    expect(lines.at(-2)).toBe('CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]');
    for (const part of ["'--enable-source-maps'", "'apps', 'api', 'dist', 'main.js'"]) expect(start).toContain(part);
    expect(lines).toContain('USER node');
    expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
  });
});
