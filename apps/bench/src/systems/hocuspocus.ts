import { fileURLToPath } from 'node:url';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { freePort } from '@expert-forum/testing';
import * as Y from 'yjs';
import { startPinnedServer } from '../processor.ts';
import { emptyDatabase, query } from './databases.ts';
import { packageVersion } from './package-version.ts';
import { charactersIn } from './shared-text.ts';
import type { Participant, RunningSystem, System } from './system.ts';

const SERVER = fileURLToPath(new URL('../peers/hocuspocus-server.ts', import.meta.url));
const DOCUMENT = 'section';

export function hocuspocusInMemory(): System {
  return {
    name: 'Hocuspocus, memory',
    version: packageVersion('@hocuspocus/server'),
    start: () => startHocuspocus({}, () => Promise.resolve(0)),
  };
}

/** @param databaseServer where it gets an empty database of its own */
export function hocuspocusOnPostgres(databaseServer: string): System {
  return {
    name: 'Hocuspocus, PostgreSQL',
    version: packageVersion('@hocuspocus/server'),
    start: async () => {
      const DATABASE_URL = await emptyDatabase(databaseServer, 'hocuspocus');
      return startHocuspocus({ DATABASE_URL }, async () => {
        const rows = await query<{ data: Buffer }>(DATABASE_URL, 'SELECT data FROM documents');
        return charactersIn(rows.map(({ data }) => data));
      });
    },
  };
}

async function startHocuspocus(env: NodeJS.ProcessEnv, storedCharacters: () => Promise<number>): Promise<RunningSystem> {
  const port = await freePort();
  const server = await startPinnedServer({
    args: [SERVER],
    env: { ...process.env, ...env, PORT: String(port) },
    readyUrl: `http://127.0.0.1:${port}/`,
  });
  return { pid: server.pid, connect: () => join(`ws://127.0.0.1:${port}`), storedCharacters, stop: server.stop };
}

function join(url: string): Promise<Participant> {
  const doc = new Y.Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({ url });
  return new Promise((resolve) => {
    const provider = new HocuspocusProvider({
      name: DOCUMENT,
      document: doc,
      websocketProvider,
      onSynced: () => {
        const leave = () => {
          provider.destroy();
          websocketProvider.destroy();
          doc.destroy();
        };
        resolve({ doc, leave });
      },
    });
    provider.attach();
  });
}
