import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DraftingService } from '../drafting.service.js';
import type { TextWatcher } from '../text-watch.js';
import { CompactionQueue } from './compaction-queue.js';
import { Compactor } from './compactor.js';

/** Below this a text is loaded from its log as fast as from a state. */
const LEAST_ROWS = 100;

/** Has the texts of this node written as states: open ones now and then, others when their last reader has left. */
@Injectable()
export class Compaction implements TextWatcher, OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Compaction.name);
  private readonly compactor = new Compactor();
  private readonly queue = new CompactionQueue((channel) => this.compact(channel));
  private isStopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly drafting: DraftingService,
  ) {}

  onModuleInit(): void {
    this.drafting.watch.add(this);
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.queue.stop();
    await this.compactor.stop();
  }

  opened(): void {
    // nothing was written here yet
  }

  committed(channel: number): void {
    this.queue.wrote(channel);
  }

  closed(channel: number): void {
    this.queue.left(channel);
  }

  private async compact(channel: number): Promise<void> {
    const { options } = this.dataSource;
    const url = options.type === 'postgres' ? options.url : undefined;
    if (url === undefined || this.isStopping) return;
    // Texts are loaded from their logs until the next try.
    await this.compactor.compact({ url, channel, leastRows: LEAST_ROWS }).catch((error: unknown) => this.isStopping || this.logger.warn(error));
  }
}
