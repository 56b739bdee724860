import type { MessageMappingProperties } from '@nestjs/websockets';

/** As much of a socket as is needed here. */
interface Listening {
  on(message: string, listener: Listener): unknown;
}

type Listener = (this: Listening, ...values: unknown[]) => void;
type Answering = MessageMappingProperties['callback'];

/**
 * Hands the messages of a connection to their handlers and their answers back. Nest's own adapter keeps several streams for every
 * message of every connection, which takes 150 KiB a connection: here all connections share one listener a message.
 */
export class AnswerMessages {
  private readonly answering = new WeakMap<Listening, Map<string, Answering>>();
  private readonly listeners = new Map<string, Listener>();

  /** @param failed told what a handler threw: an error of this program, as refusals are answers */
  constructor(private readonly failed: (error: unknown) => void) {}

  /** Called once a connection and gateway. */
  bind(socket: Listening, handlers: readonly Pick<MessageMappingProperties, 'message' | 'callback'>[]): void {
    const answering = this.answering.get(socket) ?? new Map<string, Answering>();
    this.answering.set(socket, answering);
    for (const { message, callback } of handlers) {
      const name = String(message);
      answering.set(name, callback);
      socket.on(name, this.listenerOf(name));
    }
  }

  private listenerOf(name: string): Listener {
    const { answering, failed } = this;
    const listener: Listener =
      this.listeners.get(name) ??
      function (this: Listening, ...values): void {
        const last = values.at(-1);
        const acknowledge = typeof last === 'function' ? last : null;
        if (acknowledge !== null) values.pop();
        // More than one value is no payload that a command has, and is refused as such.
        const payload = values.length > 1 ? values : values[0];
        Promise.resolve(answering.get(this)?.get(name)?.(payload)).then((answer: unknown) => acknowledge?.(answer), failed);
      };
    this.listeners.set(name, listener);
    return listener;
  }
}
