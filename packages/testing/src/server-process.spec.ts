import { freePort, startServerProcess } from './server-process.js';

const serve = "require('node:http').createServer((_, answer) => answer.end('ready')).listen(process.env.PORT, '127.0.0.1');";

async function start(script: string, readyWithin = 10_000) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const env = { ...process.env, PORT: String(port) };
  return { url, server: await startServerProcess({ command: process.execPath, args: ['--eval', script], env, readyUrl: url, readyWithin }) };
}

describe('a server process', () => {
  it('[T1] answers when its start resolves, and is gone when its stop does', async () => {
    const { url, server } = await start(serve);
    expect(await (await fetch(url)).text()).toBe('ready');
    await server.stop();
    await expect(fetch(url)).rejects.toThrow();
    expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
  });

  it('[T1] is gone when it was killed, and cannot be stopped any more', async () => {
    const { url, server } = await start(`process.on('SIGTERM', () => undefined); ${serve}`);
    await server.kill();
    await expect(fetch(url)).rejects.toThrow();
    await expect(Promise.all([server.kill(), server.stop()])).resolves.toEqual([undefined, undefined]);
  });

  it('[T1] that ends before it is ready fails at once with what it said', async () => {
    await expect(start("console.error('the port is taken'); process.exit(3);")).rejects.toThrow(/ended with 3:\nthe port is taken/);
  });

  it('[T1] that is not ready in time is stopped', async () => {
    await expect(start('setInterval(() => undefined, 1000); console.log(process.pid)', 300)).rejects.toThrow(/not ready within 300 ms/);
  });
});
