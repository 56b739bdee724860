import { WatchWhereabouts, type WhereaboutsNews } from '@expert-forum/contracts';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import { Command } from '../../../platform/realtime/command.js';
import type { ForumServer, ForumSocket } from '../../../platform/realtime/forum-io-adapter.js';
import { Whereabouts } from './whereabouts.js';

/** Who is where, over sockets. */
@WebSocketGateway()
export class WhereaboutsGateway implements OnGatewayInit {
  constructor(private readonly whereabouts: Whereabouts) {}

  afterInit(server: ForumServer): void {
    this.whereabouts.serve(server);
  }

  @Command('whereabouts:watch', WatchWhereabouts)
  watch(socket: ForumSocket, { isWatching }: WatchWhereabouts): Promise<WhereaboutsNews> {
    return this.whereabouts.watch(socket, isWatching);
  }
}
