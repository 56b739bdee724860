import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { isLoopback } from './is-loopback.js';
import { StartProblem } from '../start/start-problem.js';
import type { DemonstrationConfig, ForumConfig } from './forum-config.js';

type Environment = Readonly<Record<string, string | undefined>>;

export const SETTINGS = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'DATABASE_URL',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'DEMO',
  'DEMO_PASSWORD',
  'LOG_LEVEL',
] as const;
type Setting = (typeof SETTINGS)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const SHORTEST_DEMO_PASSWORD = 12;

/** @throws StartProblem for the first setting that is not what it has to be */
export function readConfig(environment: Environment): ForumConfig {
  const read = (name: Setting): string | undefined => environment[name]?.trim() || undefined;
  const host = read('HOST') ?? '127.0.0.1';
  const databaseUrl = readDatabaseUrl(read('DATABASE_URL'));
  const publicOrigins = (read('PUBLIC_URL') ?? '').split(',').flatMap(readOrigin);
  return {
    host,
    databaseUrl,
    publicOrigins,
    port: readPort(read('PORT')),
    dataDirectory: path.resolve(read('DATA_DIR') ?? '.data'),
    hasSecureCookies: publicOrigins.length > 0 && publicOrigins.every((origin) => origin.startsWith('https:')),
    trustsProxy: readFlag('TRUST_PROXY', read('TRUST_PROXY')) ?? false,
    demonstration: (readFlag('DEMO', read('DEMO')) ?? databaseUrl === null)
      ? readDemonstration(host, read('DEMO_PASSWORD'))
      : null,
    logLevel: readOneOf('LOG_LEVEL', read('LOG_LEVEL') ?? 'info', LOG_LEVELS),
  };
}

function invalid(name: Setting, value: string, expected: string): StartProblem {
  return new StartProblem('setting-invalid', { name, value, expected });
}

function readPort(value = '3000'): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw invalid('PORT', value, 'a number from 0 to 65535');
  return port;
}

function readFlag(name: Setting, value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : readOneOf(name, value, ['true', 'false']) === 'true';
}

function readOneOf(name: Setting, value: string, allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw invalid(name, value, `one of ${allowed.join(', ')}`);
  return value;
}

function readDatabaseUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  // The value may hold a password: it is not repeated in the sentence.
  if (!/^postgres(ql)?:\/\/[^/]+\/.+/.test(value)) throw invalid('DATABASE_URL', '…', 'like postgres://user:password@host:5432/forum');
  return value;
}

function readOrigin(value: string): string[] {
  const address = value.trim();
  if (address === '') return [];
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw invalid('PUBLIC_URL', address, 'an address like https://forum.example, or several with commas');
  }
  return [url.origin];
}

function readDemonstration(host: string, password: string | undefined): DemonstrationConfig {
  const hasOneClick = isLoopback(host);
  if (password !== undefined && password.length < SHORTEST_DEMO_PASSWORD) {
    throw invalid('DEMO_PASSWORD', '…', `at least ${SHORTEST_DEMO_PASSWORD} characters long`);
  }
  if (password === undefined && !hasOneClick) throw new StartProblem('demonstration-needs-password', { host });
  return { password: password ?? randomBytes(9).toString('base64url'), isPasswordRandom: password === undefined, hasOneClick };
}
