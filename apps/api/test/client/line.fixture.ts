import { openSocketIo, type OpenSocket, type SocketListener, type SocketPort } from '@expert-forum/collab/client';

/** The line between a client and the forum, which a test can cut and mend, and on which it can lose or hold up answers. */
export class Line {
  losesAnswers = false;
  private whenAnswered = (): void => undefined;
  private held: Promise<void> = Promise.resolve();
  private isUp = true;
  private ends: { port: SocketPort; listener: SocketListener }[] = [];

  readonly openSocket: OpenSocket = (url, handshake, listener) => {
    if (!this.isUp) queueMicrotask(() => listener.closed());
    const port = this.isUp ? openSocketIo(url, handshake, listener) : deadPort;
    this.ends.push({ port, listener });
    return {
      get id() {
        return port.id;
      },
      request: async (event, payload) => {
        const answer = await port.request(event, payload);
        this.whenAnswered();
        await this.held;
        return this.losesAnswers ? new Promise(() => undefined) : answer;
      },
      send: (event, payload) => port.send(event, payload),
      close: () => port.close(),
    };
  };

  /** Resolves when the forum has answered next, whether or not the answer is held. */
  answered(): Promise<void> {
    return new Promise((resolve) => (this.whenAnswered = resolve));
  }

  /** Answers wait until what is given back is called. */
  hold(): () => void {
    let letGo = (): void => undefined;
    this.held = new Promise((resolve) => (letGo = resolve));
    return () => letGo();
  }

  cut(): void {
    this.isUp = false;
    for (const { port, listener } of this.ends.splice(0)) {
      port.close();
      listener.closed();
    }
  }

  mend(): void {
    this.isUp = true;
  }
}

const deadPort: SocketPort = { id: '', request: () => new Promise(() => undefined), send: () => undefined, close: () => undefined };
