import type { AddComment, AttachThread, CommentReference, EditComment, OpenThread, ResolveThread, ThreadReference } from './thread-inputs.js';
import type { ThreadView } from './threads.js';

interface Command<Payload> {
  readonly payload: Payload;
  /** The thread as it is then. */
  readonly value: ThreadView;
}

/** What a client may send about threads. The same over HTTP. */
export interface ThreadCommands {
  'thread:open': Command<OpenThread>;
  'thread:resolve': Command<ResolveThread>;
  'thread:reopen': Command<ThreadReference>;
  'thread:attach': Command<AttachThread>;
  'comment:add': Command<AddComment>;
  'comment:edit': Command<EditComment>;
  'comment:remove': Command<CommentReference>;
}

export const THREAD_COMMANDS = [
  'thread:open',
  'thread:resolve',
  'thread:reopen',
  'thread:attach',
  'comment:add',
  'comment:edit',
  'comment:remove',
] as const satisfies readonly (keyof ThreadCommands)[];

/** `thread:changed` */
export interface ThreadNews {
  readonly thread: ThreadView;
}
