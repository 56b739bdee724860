import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Poll } from '../../platform/poll.js';
import { DraftingService } from './drafting.service.js';
import { DraftingStore } from './store/drafting-store.js';

const POLL_MS = 500;

/** Finds what other nodes have written and no doorbell told: one question for all texts that are open here. */
@Injectable()
export class FollowTexts implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly poll = new Poll(POLL_MS, () => this.look());

  constructor(
    private readonly drafting: DraftingService,
    private readonly store: DraftingStore,
  ) {}

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.poll.stop();
  }

  private async look(): Promise<void> {
    const { engine } = this.drafting;
    const told = engine.told();
    if (told.size === 0) return;
    const heads = await this.store.heads([...told.keys()]);
    const behind = [...told].filter(([channel, { epoch, seq }]) => {
      const head = heads.get(channel);
      return head !== undefined && (head.epoch !== epoch || head.seq > seq);
    });
    await engine.catchUp(behind.map(([channel]) => channel));
  }
}
