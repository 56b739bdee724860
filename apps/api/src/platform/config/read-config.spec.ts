import { StartProblem } from '../start/start-problem.js';
import { readConfig } from './read-config.js';

describe('readConfig', () => {
  it('[ST3] has a demonstration forum on loopback with a random password by default', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null, publicOrigins: [], hasSecureCookies: false });
    expect(config.demonstration).toMatchObject({ hasOneClick: true, isPasswordRandom: true });
    expect(config.demonstration?.password).not.toBe(readConfig({}).demonstration?.password);
  });

  it('[ST3] has no demonstration on a given database unless asked', () => {
    const DATABASE_URL = 'postgres://forum:secret@db:5432/forum';
    expect(readConfig({ DATABASE_URL }).demonstration).toBeNull();
    expect(readConfig({ DATABASE_URL, DEMO: 'true' }).demonstration).not.toBeNull();
  });

  it('[ST3] offers no one-click sign-in where others can reach it', () => {
    const config = readConfig({ HOST: '0.0.0.0', DEMO_PASSWORD: 'twelve-or-more' });
    expect(config.demonstration).toEqual({ password: 'twelve-or-more', isPasswordRandom: false, hasOneClick: false });
  });

  it('[ST3] sets secure cookies when every public address is https', () => {
    expect(readConfig({ PUBLIC_URL: 'https://forum.example, https://www.forum.example/' })).toMatchObject({
      publicOrigins: ['https://forum.example', 'https://www.forum.example'],
      hasSecureCookies: true,
    });
    expect(readConfig({ PUBLIC_URL: 'http://forum.example' }).hasSecureCookies).toBe(false);
  });

  it.each([
    [{ PORT: '99999' }, 'PORT is "99999"'],
    [{ PORT: '3e3' }, 'PORT is "3e3"'],
    [{ DATABASE_URL: 'mysql://a:hidden@b/c' }, 'DATABASE_URL is "…"'],
    [{ PUBLIC_URL: 'forum.example' }, 'PUBLIC_URL is "forum.example"'],
    [{ PUBLIC_URL: 'https://forum.example/path' }, 'PUBLIC_URL is'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is "yes"'],
    [{ DEMO: '1' }, 'DEMO is "1"'],
    [{ DEMO_PASSWORD: 'short' }, 'DEMO_PASSWORD is "…"'],
    [{ HOST: '0.0.0.0' }, 'HOST is 0.0.0.0'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"'],
  ])('[ST3] refuses %j with a sentence and no secret', (environment, sentence) => {
    const refusal = (): unknown => readConfig(environment);
    expect(refusal).toThrow(StartProblem);
    expect(refusal).toThrow(sentence);
    expect(refusal).not.toThrow(/hidden|short/);
  });
});
