import { fileURLToPath } from 'node:url';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { freePort } from '@expert-forum/testing';
import * as Y from 'yjs';
import { startPinnedServer } from '../processor.ts';
import { plugHocuspocus } from '../wire/hocuspocus-wire.ts';
import { emptyDatabase, query } from './databases.ts';
import { packageVersion } from './package-version.ts';
import { charactersIn } from './shared-text.ts';
import type { Participant, RunningSystem, System } from './system.ts';

const SERVER = fileURLToPath(new URL('../peers/hocuspocus-server.ts', import.meta.url));
const nameOf = (section: number): string => `section-${section}`;

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
      return startHocuspocus({ DATABASE_URL }, async (section) => {
        const rows = await query<{ data: Buffer }>(DATABASE_URL, 'SELECT data FROM documents WHERE name = $1', [nameOf(section)]);
        return charactersIn(rows.map(({ data }) => data));
      });
    },
  };
}

async function startHocuspocus(env: NodeJS.ProcessEnv, storedCharacters: (section: number) => Promise<number>): Promise<RunningSystem> {
  const port = await freePort();
  const server = await startPinnedServer({
    args: [SERVER],
    env: { ...process.env, ...env, PORT: String(port) },
    readyUrl: `http://127.0.0.1:${port}/`,
  });
  return {
    ...server,
    connect: (section = 0) => join(`ws://127.0.0.1:${port}`, nameOf(section)),
    plug: (section, received) => plugHocuspocus(`ws://127.0.0.1:${port}`, nameOf(section), packageVersion('@hocuspocus/provider'), received),
    storedCharacters: (section = 0) => storedCharacters(section),
    startAgain: () => startHocuspocus(env, storedCharacters),
  };
}

function join(url: string, name: string): Promise<Participant> {
  const doc = new Y.Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({ url });
  return new Promise((resolve) => {
    const provider = new HocuspocusProvider({
      name,
      document: doc,
      websocketProvider,
      onSynced: () => {
        const leave = () => {
          provider.destroy();
          websocketProvider.destroy();
          doc.destroy();
        };
        resolve({ doc, moveCaret: (position) => provider.setAwarenessField('cursor', position), leave });
      },
    });
    provider.attach();
  });
}
