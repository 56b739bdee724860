import { CLOSE_CODES } from '@expert-forum/contracts';
import { closeConnection, type Closable } from './close-connection.js';
import type { MessageHandler } from './message-handlers.js';

interface Connection extends Closable {
  readonly connected: boolean;
}

/**
 * One listener for every message of every connection: hands it to its handler and the answer back.
 *
 * @param failed told what a handler or the writing of its answer threw: an error of this program, as refusals are answers
 */
export function answerMessages<Asking extends Connection>(
  handlers: ReadonlyMap<string, MessageHandler<Asking>>,
  failed: (error: unknown) => void,
): (this: Asking, name: string, ...values: unknown[]) => void {
  return function (name, ...values) {
    if (!this.connected) return;
    const handler = handlers.get(name);
    if (handler === undefined) return closeConnection(this, CLOSE_CODES.badInput, 'input-invalid');
    const last = values.at(-1);
    const acknowledge = typeof last === 'function' ? last : null;
    if (acknowledge !== null) values.pop();
    // More than one value is no payload that a command has, and is refused as such.
    handler(this, values.length > 1 ? values : values[0]).then((answer) => acknowledge?.(answer)).catch(failed);
  };
}
