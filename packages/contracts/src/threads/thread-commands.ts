import type { AddComment, AttachThread, CommentReference, EditComment, OpenThread, ResolveThread, ThreadReference } from './thread-inputs.js';
import type { ThreadView } from './threads.js';

/** What a client may send about threads; each is answered by the thread as it is then. The same over HTTP. */
export interface ThreadCommands {
  'thread:open': OpenThread;
  'thread:resolve': ResolveThread;
  'thread:reopen': ThreadReference;
  'thread:attach': AttachThread;
  'comment:add': AddComment;
  'comment:edit': EditComment;
  'comment:remove': CommentReference;
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
