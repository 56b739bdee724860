import type { ConcludeItem, ItemReference, SetAgenda } from './agenda.js';
import type { CallReference, CorrectDecision, DecisionView, ObjectionCallView, OpenCall, RecordDecision } from './decisions.js';
import type { EditSession, GiveFloor, JoinedSession, PlanSession, SessionReference } from './sessions.js';

interface Command<Payload, Value = null> {
  readonly payload: Payload;
  readonly value: Value;
}

/** What a client may send about sessions, and what is answered. The same over HTTP, but for being in the room. */
export interface SessionCommands {
  'session:join': Command<SessionReference, JoinedSession>;
  'session:leave': Command<SessionReference>;
  'session:plan': Command<PlanSession, { id: string }>;
  'session:edit': Command<EditSession>;
  'session:set-agenda': Command<SetAgenda>;
  'session:open': Command<SessionReference>;
  'session:suspend': Command<SessionReference>;
  'session:resume': Command<SessionReference>;
  'session:close': Command<SessionReference>;
  'session:take-chair': Command<SessionReference>;
  'item:activate': Command<ItemReference>;
  'item:conclude': Command<ConcludeItem>;
  'call:open': Command<OpenCall, ObjectionCallView>;
  'call:object': Command<CallReference>;
  'decision:record': Command<RecordDecision, DecisionView>;
  'decision:correct': Command<CorrectDecision, DecisionView>;
  'floor:ask': Command<SessionReference, { id: string }>;
  'floor:withdraw': Command<SessionReference>;
  'floor:give': Command<GiveFloor>;
}

export const SESSION_COMMANDS = [
  'session:join',
  'session:leave',
  'session:plan',
  'session:edit',
  'session:set-agenda',
  'session:open',
  'session:suspend',
  'session:resume',
  'session:close',
  'session:take-chair',
  'item:activate',
  'item:conclude',
  'call:open',
  'call:object',
  'decision:record',
  'decision:correct',
  'floor:ask',
  'floor:withdraw',
  'floor:give',
] as const satisfies readonly (keyof SessionCommands)[];
