import { Writable } from 'node:stream';
import type { BaseLogger } from 'pino';
import { pinoHttp } from 'pino-http';
import { QueryFailedError } from 'typeorm';
import { requestLog } from './logging.module.js';

/** @returns the line that is logged */
function logged(write: (log: BaseLogger) => void): string {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  write(pinoHttp(requestLog({ logLevel: 'debug' }), stream).logger);
  return lines.join('');
}

describe('the log', () => {
  it('[P11] [TH1] tells method and path of a request, without query, header, the token of a link and the id of a thread', () => {
    const headers = { cookie: 'forum_login=secret', authorization: 'secret' };
    for (const url of ['/api/v1/links/secret?token=secret', '/en/invite/secret', '/api/v1/people?name=secret', '/api/v1/threads/secret/comments', '/api/v1/comments/secret']) {
      const line = logged((log) => log.info({ req: { id: '1', method: 'GET', url, headers } }));
      expect(line).toContain('"method":"GET"');
      expect(line).not.toContain('secret');
    }
  });

  it('[P11] tells what went wrong, without the values it went wrong with', () => {
    const failed = new QueryFailedError('INSERT INTO member', ['secret'], Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(secret)' }));
    const line = logged((log) => log.error({ err: new Error('not stored', { cause: failed }) }));
    for (const told of ['"type":"Error"', 'not stored', 'duplicate key', 'logging.module.spec']) expect(line).toContain(told);
    expect(line).not.toContain('secret');
  });
});
