import { freePort, startServerProcess } from '@expert-forum/testing';
import { tellsMemory, tidiedMemory } from './memory.ts';

const MIB = 1024 * 1024;
/** Holds 64 MiB once it is asked over HTTP, and makes as much garbage. */
const SERVER = `
  const kept = [];
  require('node:http').createServer((request, answer) => {
    if (request.url === '/keep') kept.push(Buffer.alloc(${64 * MIB}, 1), Buffer.alloc(${64 * MIB}, 1)), kept.pop();
    answer.end();
  }).listen(process.env.PORT, '127.0.0.1');`;

describe('the memory of a server', () => {
  it('[B11] is what it holds without its garbage', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const { pid, output, stop } = await startServerProcess({
      command: process.execPath,
      args: [...tellsMemory, '--eval', SERVER],
      env: { ...process.env, PORT: String(port) },
      readyUrl: url,
    });
    const before = await tidiedMemory(pid, output);
    await fetch(`${url}keep`);
    const after = await tidiedMemory(pid, output);
    await stop();
    expect((after.used - before.used) / MIB).toBeGreaterThan(63);
    expect((after.used - before.used) / MIB).toBeLessThan(80);
    expect(after.resident - before.resident).toBeGreaterThan(60 * MIB);
  });
});
