import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the forum that can go dead without either end hearing of it. */
export class DeafLine {
  private readonly ends: Socket[] = [];
  private readonly server = createServer((near) => {
    const far = connect(this.port, '127.0.0.1');
    this.ends.push(near, far);
    near.pipe(far).on('error', () => near.destroy());
    far.pipe(near).on('error', () => far.destroy());
  });

  private constructor(private readonly port: number) {}

  static async to(url: string): Promise<DeafLine> {
    const line = new DeafLine(Number(new URL(url).port));
    await once(line.server.listen(0, '127.0.0.1'), 'listening');
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  goDead(): void {
    for (const end of this.ends) end.unpipe().pause();
  }

  stop(): void {
    for (const end of this.ends) end.destroy();
    this.server.close();
  }
}
