import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../main.js', import.meta.url));
const LOOK_MS = 50;
const PAUSE_MS = 1_000;

/** A node in a process of its own; one that ends by itself is started again. */
export class NodeProcess {
  private child: ChildProcess | null = null;
  private isWanted = false;
  private isOver = false;

  constructor(
    readonly name: string,
    readonly port: number,
    /** Its whole environment, but for its address. */
    private readonly environment: NodeJS.ProcessEnv,
    private readonly tell: (line: string) => void,
  ) {}

  /** Resolves when it is ready. */
  async start(): Promise<void> {
    if (this.isOver) return;
    this.isWanted = true;
    const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      env: { ...this.environment, HOST: '127.0.0.1', PORT: String(this.port) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'], // the last tells it when this process is gone
      detached: true, // a terminal's Ctrl-C is for who started it, who then asks one after the other
    });
    this.child = child;
    child.once('exit', () => void this.ended(child));
    this.tell(`${this.name} starts: process ${child.pid}, port ${this.port}`);
    while (this.child === child && !(await this.isReady())) await setTimeout(LOOK_MS);
    if (this.child === child) this.tell(`${this.name} is ready`);
  }

  /** Asks it to stop and resolves when it has. */
  async stop(): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    if (child === null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  /** For good, whatever is under way. */
  end(): Promise<void> {
    this.isOver = true;
    return this.stop();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async ended(child: ChildProcess): Promise<void> {
    if (this.child === child) this.child = null;
    this.tell(`${this.name} has stopped`);
    if (!this.isWanted) return;
    await setTimeout(PAUSE_MS);
    if (this.isWanted && this.child === null) await this.start();
  }

  private isReady(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/readyz`).then(({ ok }) => ok, () => false);
  }
}
