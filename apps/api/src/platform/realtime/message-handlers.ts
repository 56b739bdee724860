import type { INestApplicationContext } from '@nestjs/common';
import { ExternalContextCreator, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { PARAM_ARGS_METADATA } from '@nestjs/websockets/constants.js';
import { WsParamtype } from '@nestjs/websockets/enums/ws-paramtype.enum.js';
import { COMMAND } from './command.js';
import type { ForumSocket } from './forum-io-adapter.js';

export type MessageHandler<Connection = ForumSocket> = (socket: Connection, payload: unknown) => Promise<unknown>;

/** A command has no parameters but these. */
const PARAMETERS = { exchangeKeyForValue: (type: number, _key: unknown, [socket, payload]: unknown[]) => (type === WsParamtype.SOCKET ? socket : payload) };

/**
 * The handler of every command with the guards, interceptors, pipes and filters that Nest runs around it, made once for all
 * connections: Nest would bind each of them to each connection, and keep that as long as it is open.
 *
 * @throws Error if two have one name: the second would silently take it from the first
 */
export function messageHandlers(context: INestApplicationContext): ReadonlyMap<string, MessageHandler> {
  const [creator, scanner] = [context.get(ExternalContextCreator), new MetadataScanner()];
  const handlers = new Map<string, MessageHandler>();
  for (const { instance } of [...context.get(ModulesContainer).values()].flatMap(({ providers }) => [...providers.values()])) {
    if (typeof instance !== 'object' || instance === null) continue;
    for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const method: (...values: unknown[]) => unknown = Reflect.get(instance, name);
      const message: string | undefined = Reflect.getMetadata(COMMAND, method);
      if (message === undefined) continue;
      if (handlers.has(message)) throw new Error(`two answer the command ${message}`);
      handlers.set(message, creator.create(instance, method, name, PARAM_ARGS_METADATA, PARAMETERS, undefined, undefined, undefined, 'ws'));
    }
  }
  return handlers;
}
