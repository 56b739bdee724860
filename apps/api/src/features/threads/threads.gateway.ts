import {
  AddComment,
  AttachThread,
  CommentReference,
  EditComment,
  OpenThread,
  ResolveThread,
  ThreadReference,
  type ThreadView,
} from '@expert-forum/contracts';
import { WebSocketGateway } from '@nestjs/websockets';
import { Command } from '../../platform/realtime/command.js';
import type { ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { CommentsService } from './comments.service.js';
import { ThreadsService } from './threads.service.js';

/** Discussion over sockets: the same commands as over HTTP. */
@WebSocketGateway()
export class ThreadsGateway {
  constructor(
    private readonly threads: ThreadsService,
    private readonly comments: CommentsService,
  ) {}

  @Command('thread:open', OpenThread)
  open({ data }: ForumSocket, { sectionId, ...thread }: OpenThread): Promise<ThreadView> {
    return this.threads.open(data.identity, sectionId, thread);
  }

  @Command('thread:resolve', ResolveThread)
  resolve({ data }: ForumSocket, { threadId, ...answer }: ResolveThread): Promise<ThreadView> {
    return this.threads.resolve(data.identity, threadId, answer);
  }

  @Command('thread:reopen', ThreadReference)
  reopen({ data }: ForumSocket, { threadId }: ThreadReference): Promise<ThreadView> {
    return this.threads.reopen(data.identity, threadId);
  }

  @Command('thread:attach', AttachThread)
  attach({ data }: ForumSocket, { threadId, ...words }: AttachThread): Promise<ThreadView> {
    return this.threads.attach(data.identity, threadId, words);
  }

  @Command('comment:add', AddComment)
  add({ data }: ForumSocket, { threadId, ...comment }: AddComment): Promise<ThreadView> {
    return this.comments.add(data.identity, threadId, comment);
  }

  @Command('comment:edit', EditComment)
  edit({ data }: ForumSocket, { commentId, ...wording }: EditComment): Promise<ThreadView> {
    return this.comments.edit(data.identity, commentId, wording);
  }

  @Command('comment:remove', CommentReference)
  remove({ data }: ForumSocket, { commentId }: CommentReference): Promise<ThreadView> {
    return this.comments.remove(data.identity, commentId);
  }
}
