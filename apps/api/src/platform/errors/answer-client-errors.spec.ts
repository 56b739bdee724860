import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answerClientErrors } from './answer-client-errors.js';

describe('[P11] bytes that are no request', () => {
  let server: Server;

  afterEach(() => void server.close());

  /** What is answered to a request and the bytes behind it, which are sent when the answer has begun, until the line ends. */
  async function answered(listener: RequestListener, behind: string): Promise<string> {
    server = createServer(listener).listen(0, '127.0.0.1');
    answerClientErrors(server);
    await once(server, 'listening');
    const address = server.address();
    const line = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1').setEncoding('utf8');
    line.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    const [begun] = await once(line, 'data');
    line.write(behind);
    return `${begun}${(await line.toArray()).join('')}`;
  }

  it('are answered once the answer before them is whole', async () => {
    const answer = await answered((_request, response) => response.end('whole'), 'no request\r\n\r\n');
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });

  it('end the line in the midst of an answer, and are not written into it', async () => {
    const answer = await answered((_request, response) => void response.write('begun'), 'no request\r\n\r\n');
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
    expect(answer).toContain('begun');
  });

  it.each([
    ['HPE_CHUNK_EXTENSIONS_OVERFLOW', '413'],
    ['ERR_HTTP_REQUEST_TIMEOUT', '408'],
  ])('of which Node says %s are answered with %s', async (code, status) => {
    const answer = await answered(({ socket }, response) => {
      response.once('finish', () => server.emit('clientError', Object.assign(new Error(code), { code }), socket)).end();
    }, '');
    expect(answer).toContain(`HTTP/1.1 ${status} `);
  });
});
