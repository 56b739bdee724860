import 'reflect-metadata';
import { LIMITS } from '@expert-forum/domain';
import { RequestMethod, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { SystemClock, type Clock } from './platform/clock/clock.js';
import type { ForumConfig } from './platform/config/forum-config.js';
import { answerClientErrors } from './platform/errors/answer-client-errors.js';
import { inputProblem } from './platform/errors/to-problem.js';
import { limitDepth } from './platform/limit-depth.js';
import { limitQuery } from './platform/limit-query.js';
import { endLinesOf } from './platform/health/end-lines.js';
import { Readiness } from './platform/health/readiness.js';
import { correlate } from './platform/logging/correlate.js';
import { ForumLogger } from './platform/logging/forum-logger.js';
import { serveOpenApi } from './platform/open-api/serve-open-api.js';
import { ForumIoAdapter } from './platform/realtime/forum-io-adapter.js';
import { serveWebApp } from './platform/web-app/serve-web-app.js';

export interface AppParts {
  /** Tests of the doors run without the built web application. */
  readonly hasWebApp: boolean;
  /** Tests of what happens in time bring their own. */
  readonly clock?: Clock;
}

/** The application, wired but not yet listening. */
export async function createApp(
  config: ForumConfig,
  dataSource: DataSource,
  { hasWebApp, clock = new SystemClock() }: AppParts,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, dataSource, clock), {
    bufferLogs: true,
    bodyParser: false,
  });
  answerClientErrors(app.getHttpServer());
  app.useLogger(app.get(ForumLogger));
  // One proxy: whatever else stands in the header was written by whoever asks.
  app.set('trust proxy', config.trustsProxy ? 1 : false);
  app.disable('x-powered-by');
  app.use(correlate);
  app.use(endLinesOf(app.get(Readiness)));
  app.use(helmet({ contentSecurityPolicy: { directives: contentPolicy(config) }, strictTransportSecurity: config.hasSecureCookies }));
  app.use(limitQuery);
  app.useBodyParser('json', { limit: LIMITS.http.bodyBytes });
  app.use(limitDepth);
  app.useWebSocketAdapter(new ForumIoAdapter(app));
  if (hasWebApp) serveWebApp(app);
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: 'healthz', method: RequestMethod.GET },
      { path: 'readyz', method: RequestMethod.GET },
      { path: ':language/p', method: RequestMethod.GET },
      { path: ':language/p/:slug', method: RequestMethod.GET },
    ],
  });
  serveOpenApi(app);
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: inputProblem }),
  );
  return app;
}

function contentPolicy({ hasSecureCookies }: ForumConfig): Record<string, string[] | null> {
  return {
    'default-src': ["'self'"],
    'connect-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'"],
    // ProseMirror and carets set styles on elements.
    'style-src': ["'self'", "'unsafe-inline'"],
    'script-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': hasSecureCookies ? [] : null,
  };
}
