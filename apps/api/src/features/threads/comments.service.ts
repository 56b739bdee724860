import type { CommentWording, NewComment, ThreadView } from '@expert-forum/contracts';
import { canEditComment, canRemoveComment, canReply } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { demand } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { RunThreadCommand } from './run-thread-command.js';
import { threadOutcome } from './thread-outcome.js';
import { ThreadsRepository } from './threads.repository.js';
import { hashOfWords, WriteComments } from './write-comments.js';

/** What is said in a thread, said differently, or taken back. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly commands: RunThreadCommand,
    private readonly repository: ThreadsRepository,
    private readonly comments: WriteComments,
  ) {}

  add(by: MandatePerformer, threadId: string, comment: NewComment): Promise<ThreadView> {
    const write = (): Promise<ThreadView> =>
      this.commands.run(by, async (manager) => {
        const thread = await this.repository.hold(manager, by, threadId);
        demand(canReply(by.actor, thread));
        const id = await this.comments.append(manager, by, { threadId, centreId: thread.centreId, position: thread.commentCount + 1 }, comment);
        await this.repository.change(manager, thread.id, {});
        return threadOutcome(thread, { verb: 'comment:added', object: { comment: id }, payload: { hash: hashOfWords(comment.body) } });
      });
    return this.commands.once(by, comment.key, write);
  }

  edit(by: MandatePerformer, commentId: string, wording: CommentWording): Promise<ThreadView> {
    return this.commands.run(by, async (manager) => {
      const { thread, comment } = await this.repository.holdComment(manager, by, commentId);
      demand(canEditComment(by.actor, thread, comment));
      await this.comments.reword(manager, by, commentId, thread.centreId, wording);
      await this.repository.change(manager, thread.id, {});
      return threadOutcome(thread, { verb: 'comment:edited', object: { comment: commentId }, payload: { hash: hashOfWords(wording.body) } });
    });
  }

  remove(by: MandatePerformer, commentId: string): Promise<ThreadView> {
    return this.commands.run(by, async (manager) => {
      const { thread, comment } = await this.repository.holdComment(manager, by, commentId);
      demand(canRemoveComment(by.actor, thread, comment));
      await this.comments.remove(manager, commentId);
      await this.repository.change(manager, thread.id, {});
      return threadOutcome(thread, { verb: 'comment:removed', object: { comment: commentId }, payload: {} });
    });
  }
}
