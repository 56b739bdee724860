import {
  CallReference,
  ConcludeItem,
  CorrectDecision,
  ItemReference,
  OpenCall,
  RecordDecision,
  type DecisionView,
  type ObjectionCallView,
} from '@expert-forum/contracts';
import { WebSocketGateway } from '@nestjs/websockets';
import { Command } from '../../platform/realtime/command.js';
import type { ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { done } from './done.js';
import { Objections } from './objections.js';
import { RecordDecisions } from './record-decisions.js';
import { TableItems } from './table-items.js';

/** What happens on the table of a session, over sockets. */
@WebSocketGateway()
export class TableGateway {
  constructor(
    private readonly items: TableItems,
    private readonly objections: Objections,
    private readonly decisions: RecordDecisions,
  ) {}

  @Command('item:activate', ItemReference)
  activate({ data }: ForumSocket, { itemId }: ItemReference): Promise<null> {
    return done(this.items.activate(data.identity, itemId));
  }

  @Command('item:conclude', ConcludeItem)
  conclude({ data }: ForumSocket, { itemId, ...end }: ConcludeItem): Promise<null> {
    return done(this.items.conclude(data.identity, itemId, end));
  }

  @Command('call:open', OpenCall)
  openCall({ data }: ForumSocket, { itemId, sectionId }: OpenCall): Promise<ObjectionCallView> {
    return this.objections.openCall(data.identity, itemId, sectionId);
  }

  @Command('call:object', CallReference)
  object({ data }: ForumSocket, { callId }: CallReference): Promise<null> {
    return done(this.objections.object(data.identity, callId));
  }

  @Command('decision:record', RecordDecision)
  record({ data }: ForumSocket, decision: RecordDecision): Promise<DecisionView> {
    return this.decisions.record(data.identity, decision);
  }

  @Command('decision:correct', CorrectDecision)
  correct({ data }: ForumSocket, { sessionId, ...correction }: CorrectDecision): Promise<DecisionView> {
    return this.decisions.correct(data.identity, sessionId, correction);
  }
}
