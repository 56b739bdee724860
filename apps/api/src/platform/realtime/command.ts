import { randomUUID } from 'node:crypto';
import type { Ack } from '@expert-forum/contracts';
import { Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { ProblemException } from '../errors/problem-error.js';
import { inputProblem, toProblem } from '../errors/to-problem.js';
import type { ForumSocket } from './forum-io-adapter.js';
import { isNoDeeperThan } from './no-deeper-than.js';

export const COMMAND = 'forum:command';

/** Lists and objects in each other; what a command needs is shallower by far. */
const DEEPEST = 16;

type Reader<T> = (payload: unknown) => Promise<T> | T;

const logger = new Logger('Command');

/** A command whose payload is one contract class. */
export const Command = <T extends object>(name: string, shape: new () => T) => bound<T>(name, (payload) => readShape(shape, payload));

/** A command of bytes: their own decoder is their validation. */
export const BinaryCommand = (name: string) => bound<Uint8Array>(name, readBytes);

/**
 * Binds a handler to a message: validation, and the envelope `{ok, value} | {ok: false, problem}` around whatever happens.
 * Every message goes through here, and a test says so.
 */
function bound<T>(name: string, read: Reader<T>) {
  return <R>(target: object, property: string, descriptor: TypedPropertyDescriptor<(socket: ForumSocket, payload: T) => R>): void => {
    const handler = descriptor.value;
    if (handler === undefined) return;
    const answering = async function (this: unknown, socket: ForumSocket, payload: unknown): Promise<Ack<Awaited<R>>> {
      try {
        return { ok: true, value: await handler.call(this, socket, await read(payload)) };
      } catch (error) {
        const problem = toProblem(error, randomUUID());
        if (problem.code === 'internal') logger.error(error);
        return { ok: false, problem };
      }
    };
    Object.assign(descriptor, { value: answering });
    Reflect.defineMetadata(COMMAND, name, answering);
    // Without the types of its parameters Nest's global pipe leaves the payload to us: it would throw past the envelope.
    Reflect.defineMetadata('design:paramtypes', [Object, Object], target, property);
    ConnectedSocket()(target, property, 0);
    MessageBody()(target, property, 1);
    SubscribeMessage(name)(target, property, { value: answering });
  };
}

function readBytes(payload: unknown): Uint8Array {
  if (payload instanceof Uint8Array) return payload;
  throw new ProblemException('frame-malformed');
}

async function readShape<T extends object>(shape: new () => T, payload: unknown): Promise<T> {
  const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload) && !ArrayBuffer.isView(payload);
  if (!isObject || !isNoDeeperThan(payload, DEEPEST)) throw new ProblemException('input-invalid');
  const command = plainToInstance(shape, payload);
  const errors = await validate(command, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw inputProblem(errors);
  return command;
}
