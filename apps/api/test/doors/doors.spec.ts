import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import { LIMITS } from '@expert-forum/domain';
import { startTestDatabase, type TestDatabase } from '@expert-forum/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { openDataSource } from '../../src/platform/database/data-source.js';
import { Readiness } from '../../src/platform/health/readiness.js';

describe('the doors', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let app: NestExpressApplication;
  const get = (path: string): request.Test => request(app.getHttpServer()).get(path);

  beforeAll(async () => {
    database = await startTestDatabase();
    dataSource = await openDataSource(database.url);
    app = await createApp(readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent' }), dataSource, { hasWebApp: true });
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await app.close();
    await database.stop();
  });

  it.each(['en', 'ru', 'ja'])('[ST7] serve a screen in %s with its language in the page', async (language) => {
    const { status, text, headers } = await get(`/${language}/text`);
    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language}">`);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('[ST7] lead from the root to the language that the reader prefers', async () => {
    expect((await get('/').set('Accept-Language', 'ja, en;q=0.5')).headers['location']).toBe('/ja');
    expect((await get('/').set('Accept-Language', 'fr')).headers['location']).toBe('/en');
  });

  it.each(['/none', '/en/none', '/api/none', '/api/v1/none', '/assets/none.js'])('[ST7] answer a program that asks for %s with 404', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, type: 'application/problem+json', body: { code: 'not-found' } });
  });

  it('[ST7] answer a reader who went astray with 404 and a page in the language of the path', async () => {
    const { status, text } = await get('/ru/none').set('Accept', 'text/html,*/*;q=0.8');
    expect(status).toBe(404);
    expect(text).toContain('<html lang="ru">');
  });

  it.each(['/api/none', '/api/v1/none', '/socket.io/none'])('[ST7] never answer %s with a page', async (path) => {
    const { ok, text } = await get(path).set('Accept', 'text/html');
    expect(ok).toBe(false);
    expect(text).not.toContain('<html');
  });

  it('[ST11] do not say that a process is ready that was told to stop meanwhile', async () => {
    const other = await createApp(readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent' }), await openDataSource(database.url), { hasWebApp: false });
    const server: Server = await other.listen(0, '127.0.0.1');
    const readiness = other.get(Readiness);
    server.on('request', ({ url }: IncomingMessage) => (readiness.isDraining ||= url === '/api/v1/logins'));
    expect(await request(server).get('/readyz')).toMatchObject({ status: 503, body: { code: 'draining' } });
    await other.close();
  });

  it('[ST11] say that the process is ready once it has gone through its own doors as a stranger, and go through them once', async () => {
    const visited: string[] = [];
    const server: Server = app.getHttpServer();
    const note = ({ url = '' }: IncomingMessage): void => void visited.push(url);
    server.on('request', note).on('upgrade', note);
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    server.off('request', note).off('upgrade', note);
    expect(visited).toEqual(['/readyz', '/api/v1/logins', '/api/v1/tickets', '/socket.io/?EIO=4&transport=websocket', '/readyz']);
  });

  it('[ST11] say that the process is alive, and ready once the schema is that of the release', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    await dataSource.query('UPDATE migrations SET name = name || $1 WHERE id = (SELECT max(id) FROM migrations)', ['-other']);
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
    await dataSource.query("UPDATE migrations SET name = replace(name, '-other', '')");
  });

  it('[P11] refuse a body over 256 KiB and a query over 4 KiB with a problem', async () => {
    const body = await request(app.getHttpServer())
      .post('/api/v1/logins')
      .set('X-Forum-Request', '1')
      .send({ email: 'a@b.example', password: 'x'.repeat(256 * 1024) });
    expect(body).toMatchObject({ status: 413, type: 'application/problem+json', body: { code: 'body-too-large' } });
    const query = await get(`/api/v1/installation?${'x'.repeat(4 * 1024 + 1)}`);
    expect(query).toMatchObject({ status: 414, type: 'application/problem+json', body: { code: 'query-too-long' } });
    expect(query.body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  it('[P11] read a body of 256 KiB and a query of 4 KiB', async () => {
    const rest = JSON.stringify({ email: 'a@b.example', password: '' }).length;
    const body = await request(app.getHttpServer())
      .post('/api/v1/logins')
      .set('X-Forum-Request', '1')
      .send({ email: 'a@b.example', password: 'x'.repeat(256 * 1024 - rest) });
    expect(body).toMatchObject({ status: 422, body: { code: 'input-invalid' } });
    expect((await get(`/api/v1/installation?${'x'.repeat(4 * 1024)}`)).status).toBe(200);
  });

  /** What is answered on a line of its own until the server ends it. */
  async function said(head: string): Promise<string> {
    const { port } = new URL(await app.getUrl());
    const line = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    line.write(`${head}\r\n\r\n`);
    return (await line.toArray()).join('');
  }
  const problemIn = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));

  it('[P11] read headers of 16 KiB, and refuse one byte more with a problem', async () => {
    const names = ['Host', 'x', 'Connection', 'close', 'X-Long'];
    const of = (bytes: number): string => `GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: ${'x'.repeat(bytes - `/healthz${names.join('')}`.length)}`;
    expect(await said(of(LIMITS.http.headerBytes))).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    const refused = await said(of(LIMITS.http.headerBytes + 1));
    expect(refused).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Type: application\/problem\+json\r\n/);
    expect(problemIn(refused)).toMatchObject({ status: 431, code: 'headers-too-large', instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/) });
  });

  it.each(['GET / HTTP/9.9', 'no request', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: many'])('[P11] refuse what is no request with a problem: %j', async (head) => {
    const refused = await said(head);
    expect(refused).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application\/problem\+json\r\n/);
    expect(problemIn(refused)).toMatchObject({ status: 400, code: 'request-malformed' });
  });

  it('[ST12] describe the interface by the classes that validate it', async () => {
    const { body } = await get('/api/v1/openapi.json').expect(200);
    expect(body.openapi).toMatch(/^3\./);
    expect(body.paths['/api/v1/logins'].post.requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/SignIn' });
    expect(body.components.schemas.SignIn.required).toEqual(expect.arrayContaining(['email', 'password']));
    expect(body.components.schemas.NewCentre.properties.name).toEqual({ $ref: '#/components/schemas/LocalisedTitle' });
    const referred = [...JSON.stringify(body).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '');
    expect(referred.filter((name) => !(name in body.components.schemas))).toEqual([]);
  });
});
