import type { INestApplication, Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { COMMAND } from '../../src/platform/realtime/command.js';
import { REQUIREMENT, type Requirement } from '../../src/platform/auth/authority.js';

const PREFIX = '/api/v1';
/** Health, and the pages of publications. */
const UNPREFIXED = /^(healthz|readyz|:language\/p.*)$/;
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD', 'SEARCH'];

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

interface Handler {
  readonly owner: Type;
  readonly method: (...args: never) => unknown;
}

/** What Express would answer, one method a route. Middleware hangs on every method at once, and is none. */
export function expressRoutes(app: INestApplication): string[] {
  const layers: ExpressLayer[] = app.getHttpAdapter().getInstance().router.stack;
  return layers.flatMap(({ route }) => {
    const methods = Object.keys(route?.methods ?? {});
    return route !== undefined && methods.length === 1 ? [`${methods[0]?.toUpperCase()} ${route.path}`] : [];
  });
}

/** What the controllers declare, with what each door asks of whoever knocks. */
export function declaredRoutes(app: INestApplication): Map<string, { owner: Type; requirement: Requirement | undefined }> {
  const handlers = handlersOf(app, 'controllers').filter(({ method }) => Reflect.hasMetadata('path', method));
  return new Map(
    handlers.map(({ owner, method }) => {
      const path = [Reflect.getMetadata('path', owner), Reflect.getMetadata('path', method)].filter((part) => part !== '/').join('/');
      const prefix = UNPREFIXED.test(path) ? '' : PREFIX;
      const requirement: Requirement | undefined = Reflect.getMetadata(REQUIREMENT, method) ?? Reflect.getMetadata(REQUIREMENT, owner);
      return [`${METHODS[Reflect.getMetadata('method', method)]} ${prefix}/${path}`, { owner, requirement }];
    }),
  );
}

/** Messages that gateways subscribe to, each with the name under which it was bound to validation and envelope. */
export function subscribedMessages(app: INestApplication): { message: string; boundAs: string | undefined }[] {
  return handlersOf(app, 'providers')
    .filter(({ method }) => Reflect.hasMetadata('websockets:message_mapping', method))
    .map(({ method }) => ({ message: Reflect.getMetadata('message', method), boundAs: Reflect.getMetadata(COMMAND, method) }));
}

function handlersOf(app: INestApplication, kind: 'controllers' | 'providers'): Handler[] {
  const scanner = new MetadataScanner();
  return [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module[kind].values()].flatMap(({ metatype }) => {
      if (typeof metatype !== 'function' || typeof metatype.prototype !== 'object' || metatype.prototype === null) return [];
      return scanner.getAllMethodNames(metatype.prototype).map((name) => ({ owner: metatype as Type, method: metatype.prototype[name] }));
    }),
  );
}
