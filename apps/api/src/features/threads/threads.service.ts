import { randomUUID } from 'node:crypto';
import type { NewThread, ThreadAnswer, ThreadView, WordPlaces } from '@expert-forum/contracts';
import { canOpenThread, canReattachThread, caucusOf, reopenThread, resolveThread } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { demand, valueOf } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { FindWords } from './find-words.js';
import { RunThreadCommand } from './run-thread-command.js';
import { threadOutcome } from './thread-outcome.js';
import { ThreadsRepository } from './threads.repository.js';
import { hashOfWords, WriteComments } from './write-comments.js';

/** Threads: opened about some words, answered, taken up again, and given other words when their own are gone. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly commands: RunThreadCommand,
    private readonly clock: Clock,
    private readonly repository: ThreadsRepository,
    private readonly comments: WriteComments,
    private readonly words: FindWords,
  ) {}

  open(by: MandatePerformer, sectionId: string, thread: NewThread): Promise<ThreadView> {
    return this.commands.once(by, thread.key, () => this.openNew(by, sectionId, thread));
  }

  resolve(by: MandatePerformer, threadId: string, answer: ThreadAnswer): Promise<ThreadView> {
    return this.commands.run(by, async (manager) => {
      const thread = await this.repository.hold(manager, by, threadId);
      const { kind, disposition, reason, byMandateId, at } = valueOf(resolveThread(by.actor, thread, answer, this.clock.now()));
      const payload = thread.centreId === null ? { disposition, reason } : { hash: hashOfWords(`${disposition} ${reason}`) };
      await this.repository.change(manager, thread.id, { state: kind, disposition, reason, resolvedBy: byMandateId, resolvedAt: at });
      return threadOutcome(thread, { verb: 'thread:resolved', payload });
    });
  }

  reopen(by: MandatePerformer, threadId: string): Promise<ThreadView> {
    return this.commands.run(by, async (manager) => {
      const thread = await this.repository.hold(manager, by, threadId);
      const { kind } = valueOf(reopenThread(by.actor, thread));
      const unanswered = { disposition: null, reason: null, resolvedBy: null, resolvedAt: null };
      await this.repository.change(manager, thread.id, { state: kind, ...unanswered });
      return threadOutcome(thread, { verb: 'thread:reopened', payload: {} });
    });
  }

  async attach(by: MandatePerformer, threadId: string, words: WordPlaces): Promise<ThreadView> {
    const { channel, ...found } = await this.commands.read((manager) => this.repository.thread(manager, by, threadId));
    demand(canReattachThread(by.actor, found));
    const { anchor, seq } = await this.words.find(channel, words);
    return this.commands.run(by, async (manager) => {
      const thread = await this.repository.hold(manager, by, threadId);
      demand(canReattachThread(by.actor, thread));
      await this.repository.attach(manager, threadId, anchor, seq);
      await this.repository.change(manager, thread.id, {});
      return threadOutcome(thread, { verb: 'thread:attached', payload: { seq, paragraph: anchor.paragraphId } });
    });
  }

  private async openNew(by: MandatePerformer, sectionId: string, { visibility, words, ...comment }: NewThread): Promise<ThreadView> {
    const section = await this.commands.read((manager) => this.repository.section(manager, by, sectionId));
    demand(canOpenThread(by.actor, section, visibility));
    const { anchor, seq } = await this.words.find(section.channel, words);
    const { documentId } = section;
    return this.commands.run(by, async (manager) => {
      demand(canOpenThread(by.actor, await this.repository.section(manager, by, sectionId), visibility));
      const thread = { id: randomUUID(), sectionId, centreId: visibility === 'centre' ? caucusOf(by.actor) : null };
      await this.repository.insert(manager, { ...thread, visibility, anchor, anchorSeq: seq, openedBy: by.actor.mandateId, openedAt: this.clock.now() });
      const id = await this.comments.append(manager, by, { threadId: thread.id, centreId: thread.centreId, position: 1 }, comment);
      const payload = { visibility, paragraph: anchor.paragraphId, seq, hash: hashOfWords(comment.body) };
      return threadOutcome({ ...thread, documentId }, { verb: 'thread:opened', object: { comment: id }, payload });
    });
  }
}
