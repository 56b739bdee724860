import {
  Catch,
  ForbiddenException,
  Injectable,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
  type CallHandler,
  type CanActivate,
  type ExceptionFilter,
  type ExecutionContext,
  type INestApplicationContext,
  type NestInterceptor,
  type PipeTransform,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { WebSocketGateway } from '@nestjs/websockets';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IsString } from 'class-validator';
import { ProblemFilter } from '../errors/problem.filter.js';
import { Command } from './command.js';
import { messageHandlers, type MessageHandler } from './message-handlers.js';

let passed: string[];

/** Lets pass by what the data of the connection say. */
abstract class Guard implements CanActivate {
  protected abstract readonly name: string;

  canActivate(context: ExecutionContext): boolean {
    passed.push(`${this.name}: ${context.getType()}, ${JSON.stringify(context.switchToWs().getData())}`);
    return context.switchToWs().getClient().data[this.name] !== 'stays outside';
  }
}

@Injectable()
class GuardOfAll extends Guard {
  protected readonly name = 'guard of all';
}

@Injectable()
class GuardOfTheClass extends Guard {
  protected readonly name = 'guard of the class';
}

@Injectable()
class Interceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, { handle }: CallHandler): ReturnType<CallHandler['handle']> {
    passed.push('interceptor');
    return handle();
  }
}

@Injectable()
class Pipe implements PipeTransform {
  transform(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !('name' in value)) return value;
    passed.push('pipe');
    return { name: `dear ${String(value.name)}` };
  }
}

@Catch(ForbiddenException)
class Filter implements ExceptionFilter {
  catch(): string {
    passed.push('filter');
    return 'refused';
  }
}

class Greeting {
  @IsString()
  readonly name: string;
}

@UseGuards(GuardOfTheClass)
@UseInterceptors(Interceptor)
@UsePipes(Pipe)
@UseFilters(Filter)
@WebSocketGateway()
class GreetingGateway {
  private readonly word = 'Hello';

  @Command('greet', Greeting)
  greet(_socket: unknown, { name }: Greeting): string {
    return `${this.word}, ${name}`;
  }

  /** No command. */
  part(): string {
    return 'Goodbye';
  }
}

@WebSocketGateway()
class WavingGateway {
  @Command('wave', Greeting)
  wave(_socket: unknown, _greeting: Greeting): null {
    return null;
  }
}

@WebSocketGateway()
class OtherWavingGateway {
  @Command('wave', Greeting)
  waveBack(_socket: unknown, _greeting: Greeting): null {
    return null;
  }
}

class GreetingModule {}

describe('handlers of messages', () => {
  let context: INestApplicationContext;
  let handlers: ReadonlyMap<string, MessageHandler<{ data: object }>>;

  beforeAll(async () => {
    const everywhere = [{ provide: APP_GUARD, useClass: GuardOfAll }, { provide: APP_FILTER, useClass: ProblemFilter }];
    const providers = [GreetingGateway, WavingGateway, ...everywhere, { provide: 'nothing', useValue: null }];
    context = await NestFactory.createApplicationContext({ module: GreetingModule, providers }, { logger: false });
    handlers = messageHandlers(context) as ReadonlyMap<string, MessageHandler<{ data: object }>>;
  });
  beforeEach(() => {
    passed = [];
  });
  afterAll(() => context.close());

  const send = (message: string, data: object): Promise<unknown> | undefined => handlers.get(message)?.({ data }, { name: 'Ada' });
  const asked = (guard: string): string => `${guard}: ws, {"name":"Ada"}`;

  it('[P11] are those of the commands', () => {
    expect([...handlers.keys()]).toEqual(['greet', 'wave']);
  });

  it('[P11] come behind every guard, interceptor and pipe', async () => {
    expect(await send('greet', {})).toEqual({ ok: true, value: 'Hello, dear Ada' });
    expect(passed).toEqual([asked('guard of all'), asked('guard of the class'), 'interceptor', 'pipe']);
  });

  it.each([
    ['guard of all', [asked('guard of all'), 'filter']],
    ['guard of the class', [asked('guard of all'), asked('guard of the class'), 'filter']],
  ])('[P11] are not reached past the %s', async (guard, met) => {
    expect(await send('greet', { [guard]: 'stays outside' })).toBe('refused');
    expect(passed).toEqual(met);
  });

  it('[P11] fail where nothing else is said about a refusal by a guard', async () => {
    await expect(send('wave', { 'guard of all': 'stays outside' })).rejects.toThrow(ForbiddenException);
  });
  it('[P11] are one for a command: a second would silently take it from the first', async () => {
    const providers = [WavingGateway, OtherWavingGateway];
    const twofold = await NestFactory.createApplicationContext({ module: GreetingModule, providers }, { logger: false });
    expect(() => messageHandlers(twofold)).toThrow('two answer the command wave');
    await twofold.close();
  });
});
