import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';

/** Bytes of a process whose garbage is collected. */
export interface Memory {
  /** What the system has given it. */
  readonly resident: number;
  /** What its objects and buffers take; the rest is code, threads and pages that were not given back. */
  readonly used: number;
}

const PATIENCE_MS = 20_000;
const STEP_MS = 10;

/** Arguments of Node with which any program tells its memory when it is asked. */
export const tellsMemory = ['--expose-gc', '--import', fileURLToPath(new URL('peers/tell-memory.ts', import.meta.url))];

/** @param output what the process has written so far */
export async function tidiedMemory(pid: number, output: () => string): Promise<Memory> {
  const before = answers(output()).length;
  process.kill(pid, 'SIGUSR2');
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const answer = answers(output())[before];
    if (answer !== undefined) return answer;
    await setTimeout(STEP_MS);
  }
  throw new Error(`process ${pid} does not tell its memory`);
}

function answers(output: string): Memory[] {
  return [...output.matchAll(/^memory: (\d+) resident, (\d+) used$/gm)].map(([, resident, used]) => ({ resident: Number(resident), used: Number(used) }));
}
