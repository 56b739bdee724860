import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@expert-forum/testing';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { startPinnedServer } from '../processor.ts';
import { plugYWebsocket } from '../wire/y-websocket-wire.ts';
import { packageFolder, packageVersion } from './package-version.ts';
import type { Participant, RunningSystem, System } from './system.ts';

const PACKAGE = '@y/websocket-server';

/** The server program of the package with its defaults, which keep the text in memory only. */
export function yWebsocket(): System {
  return { name: 'y-websocket', version: packageVersion(PACKAGE), start: () => startServer({}) };
}

/** With the store that the package brings: LevelDB in a folder, which lives as long as this process. */
export function yWebsocketOnLevelDb(): System {
  return {
    name: 'y-websocket, LevelDB',
    version: packageVersion(PACKAGE),
    start: () => {
      const YPERSISTENCE = mkdtempSync(join(tmpdir(), 'forum-bench-leveldb-'));
      process.once('exit', () => rmSync(YPERSISTENCE, { recursive: true, force: true }));
      return startServer({ YPERSISTENCE });
    },
  };
}

/** Nobody can look into its store beside it: LevelDB is one process's. */
async function startServer(env: NodeJS.ProcessEnv): Promise<RunningSystem> {
  const port = await freePort();
  const server = await startPinnedServer({
    args: [join(packageFolder(PACKAGE), 'src', 'server.js')],
    env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: String(port) },
    readyUrl: `http://127.0.0.1:${port}/`,
  });
  return {
    ...server,
    connect: (section = 0) => joinRoom(`ws://127.0.0.1:${port}`, `section-${section}`),
    plug: (section, received) => plugYWebsocket(`ws://127.0.0.1:${port}`, `section-${section}`, received),
    storedCharacters: () => Promise.resolve(0),
    startAgain: () => startServer(env),
  };
}

function joinRoom(url: string, room: string): Promise<Participant> {
  const doc = new Y.Doc();
  // Without the broadcast channel: it would carry the edits between the people of this one process past the server.
  const provider = new WebsocketProvider(url, room, doc, { disableBc: true });
  return new Promise((resolve) => {
    provider.once('sync', () => {
      const leave = () => {
        provider.destroy();
        doc.destroy();
      };
      resolve({ doc, moveCaret: (position) => provider.awareness.setLocalStateField('cursor', position), leave });
    });
  });
}
