import type { ForumConfig } from '../config/forum-config.js';

/** What the person who typed `npm start` reads. */
export function announceAddress({ demonstration, dataDirectory, databaseUrl }: ForumConfig, address: string): void {
  const lines = [
    '',
    `  Expert Forum    ${address}`,
    `  Data            ${databaseUrl === null ? dataDirectory : 'the database of DATABASE_URL'}`,
    ...(demonstration === null ? [] : signInLines(demonstration)),
    '  Stop            Ctrl-C',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function signInLines({ hasOneClick, isPasswordRandom, password }: NonNullable<ForumConfig['demonstration']>): string[] {
  return [
    `  Sign in         ${hasOneClick ? 'one click on a centre and role, or ' : ''}timur@chirchik.example (any address of the demonstration)`,
    `  Password        ${isPasswordRandom ? `${password} (of this start; set DEMO_PASSWORD to choose one)` : 'the one in DEMO_PASSWORD'}`,
  ];
}
