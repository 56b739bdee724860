import { Module } from '@nestjs/common';
import { LoggerModule, type Params } from 'nestjs-pino';
import { ForumConfig } from '../config/forum-config.js';
import { ForumLogger } from './forum-logger.js';

/** One JSON line an event; never a body, a header, a query, a token or a text. */
@Module({
  imports: [LoggerModule.forRootAsync({ inject: [ForumConfig], useFactory: options })],
  providers: [ForumLogger],
  exports: [ForumLogger],
})
export class LoggingModule {}

function options({ logLevel }: ForumConfig): Params {
  return {
    pinoHttp: {
      level: logLevel,
      genReqId: ({ id }) => id,
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: pathOf(url) }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
      autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' },
      customLogLevel: (_request, { statusCode }, error) => (error || statusCode >= 500 ? 'error' : 'debug'),
    },
  };
}

/** One-time links carry their token in the path. */
const pathOf = (url: string): string => url.replace(/\?.*$/, '').replace(/(\/(?:links|invite)\/)[^/]+/, '$1…');
