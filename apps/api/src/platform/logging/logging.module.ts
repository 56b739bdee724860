import { Module } from '@nestjs/common';
import { LoggerModule, type Params } from 'nestjs-pino';
import type { SerializedError } from 'pino';
import type { Options } from 'pino-http';
import { ForumConfig } from '../config/forum-config.js';
import { ForumLogger } from './forum-logger.js';

/** One JSON line an event; never a body, a header, a query, a token or a text. */
@Module({
  imports: [LoggerModule.forRootAsync({ inject: [ForumConfig], useFactory: (config: ForumConfig): Params => ({ pinoHttp: requestLog(config) }) })],
  providers: [ForumLogger],
  exports: [ForumLogger],
})
export class LoggingModule {}

export function requestLog({ logLevel }: Pick<ForumConfig, 'logLevel'>): Options {
  return {
    level: logLevel,
    genReqId: ({ id }) => id,
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: pathOf(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: tellError,
    },
    autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' },
    customLogLevel: (_request, { statusCode }, error) => (error || statusCode >= 500 ? 'error' : 'debug'),
  };
}

/** What an error carries besides, as the parameters of a statement that failed, may be a text or a secret. Its causes are in the message. */
const tellError = ({ type, message, stack }: SerializedError): Partial<SerializedError> => ({ type, message, stack });

/** One-time links carry their token in the path; threads an id that only those may see who may read them. */
const pathOf = (url: string): string => url.replace(/\?.*$/, '').replace(/(\/(?:links|invite|threads|comments)\/)[^/]+/, '$1…');
