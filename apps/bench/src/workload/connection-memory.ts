import type { Figures } from '../report/medians.ts';
import type { RunningSystem, System } from '../systems/system.ts';
import type { Wire } from '../wire/wire.ts';

/** Connections that read nothing, or each one a text of its own. */
export type ConnectionKind = 'idle' | 'own section';

/** After so many the server has loaded and compiled what it needs: from there on it is counted. */
const FIRST = 20;
export const COUNTS = [1_000, 2_000] as const;
/** Connections that are opened side by side. */
const AT_ONCE = 20;

export const UNITS = { 'at 1000': 'KiB', 'at 2000': 'KiB', base: 'MiB' } as const;

/** W3: memory of the server a connection, behind a garbage collection. */
export async function connectionMemory(system: System, kind: ConnectionKind): Promise<Figures<keyof typeof UNITS>> {
  const most = Math.max(...COUNTS);
  const server = await system.start(kind === 'idle' ? { sections: 1, people: most } : { sections: most, people: 1 });
  const wires: Wire[] = [];
  try {
    await connectUpTo(server, kind, wires, FIRST);
    const base = (await server.memory()).resident;
    const each: number[] = [];
    for (const count of COUNTS) {
      await connectUpTo(server, kind, wires, count);
      each.push(((await server.memory()).resident - base) / 1024 / (count - FIRST));
    }
    const [atFirst = null, atLast = null] = each;
    return { 'at 1000': atFirst, 'at 2000': atLast, base: base / 1024 / 1024 };
  } finally {
    for (const wire of wires) wire.close();
    await server.stop();
  }
}

async function connectUpTo(server: RunningSystem, kind: ConnectionKind, wires: Wire[], count: number): Promise<void> {
  const remaining = Array.from({ length: count - wires.length }, (_, index) => wires.length + index).values();
  const connectRemaining = async (): Promise<void> => {
    for (const number of remaining) {
      const wire = await server.plug(kind === 'idle' ? 0 : number, () => undefined);
      wires.push(wire);
      if (kind === 'own section' || !wire.standsAlone) await wire.open();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, connectRemaining));
}
