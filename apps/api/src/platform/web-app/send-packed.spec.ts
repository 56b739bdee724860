import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { sendPacked } from './send-packed.js';

const folder = mkdtempSync(path.join(tmpdir(), 'forum-packed-'));
const app = express();
const server = createServer(app);

const ask = async (file: string, encodings: string): Promise<{ headers: IncomingMessage['headers']; body: Buffer }> => {
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve) =>
    get({ port, path: file, headers: { 'Accept-Encoding': encodings } }, resolve),
  );
  return { headers: response.headers, body: await buffer(response) };
};

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'assets/app.js'), 'plain');
  writeFileSync(path.join(folder, 'assets/app.js.gz'), gzipSync('plain'));
  writeFileSync(path.join(folder, 'theme.js'), 'alone');
  app.use(sendPacked(folder), express.static(folder));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('files of the application', () => {
  it('[ST7] travel packed to whoever takes that, under their own type', async () => {
    const { headers, body } = await ask('/assets/app.js?v=1', 'br, gzip');
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(headers['content-type']).toContain('javascript');
    expect(gunzipSync(body).toString()).toBe('plain');
  });

  it('[ST7] travel as they are to whoever does not, and where there is nothing packed', async () => {
    const unpacked = await ask('/assets/app.js', 'identity');
    expect([unpacked.body.toString(), unpacked.headers['content-encoding'], unpacked.headers.vary]).toEqual(['plain', undefined, 'Accept-Encoding']);
    const alone = await ask('/theme.js', 'gzip');
    expect([alone.body.toString(), alone.headers['content-encoding']]).toEqual(['alone', undefined]);
  });
});
