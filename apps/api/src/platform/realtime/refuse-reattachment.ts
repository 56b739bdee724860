import type { IncomingMessage } from 'node:http';

/** There is one transport, so a request that names a session has no business here; its origin would not be looked at. */
export function refuseReattachment({ url }: IncomingMessage, _response: unknown, next: (error?: Error) => void): void {
  next(new URL(url ?? '', 'http://forum').searchParams.has('sid') ? new Error('sessions are not carried on') : undefined);
}
