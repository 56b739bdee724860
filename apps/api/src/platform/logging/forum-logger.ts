import { Injectable } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

/** Nest tells of every module and route it wires. That helps who debugs, and hides from everybody else what has happened. */
const WIRING = new Set<unknown>(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'WebSocketsController', 'NestApplication']);

@Injectable()
export class ForumLogger extends Logger {
  override log(message: unknown, ...context: unknown[]): void {
    if (WIRING.has(context.at(-1))) return this.debug(message, ...context);
    super.log(message, ...context);
  }
}
