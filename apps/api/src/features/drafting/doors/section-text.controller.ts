import type { NodeJson } from '@expert-forum/collab';
import { CompareText, type TextComparison } from '@expert-forum/contracts';
import { Controller, Get, Logger, Query } from '@nestjs/common';
import { By, Requires } from '../../../platform/auth/authority.js';
import { found } from '../../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../../platform/ledger/performer.js';
import { SectionPathId } from '../../../platform/path-id.js';
import { DraftingService } from '../drafting.service.js';
import { DraftingStore } from '../store/drafting-store.js';

interface SectionText {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly document: NodeJson;
}

/** The committed text of a section, to read. */
@Controller('sections')
export class SectionTextController {
  private readonly logger = new Logger(SectionTextController.name);

  constructor(
    private readonly store: DraftingStore,
    private readonly drafting: DraftingService,
  ) {}

  @Requires('read-forum')
  @Get(':id/text')
  async read(@By() by: MandatePerformer, @SectionPathId() id: string): Promise<SectionText> {
    return this.drafting.engine.look(await this.channelOf(by, id), (text) => ({ epoch: text.epoch, ...text.snapshot() }));
  }

  /** A screen that shows another text is told so, and it is recorded: it loads the text again (R2). */
  @Requires('read-forum')
  @Get(':id/text-comparison')
  async compare(@By() by: MandatePerformer, @SectionPathId() id: string, @Query() shown: CompareText): Promise<TextComparison> {
    return this.drafting.engine.look(await this.channelOf(by, id), (text) => {
      if (text.epoch !== shown.epoch || text.seq !== shown.seq) return { verdict: 'elsewhere' };
      const hash = text.hash();
      if (hash === shown.document && hash === (shown.editor ?? hash)) return { verdict: 'same' };
      this.logger.error({ event: 'text-diverged', section: id, mandate: by.actor.mandateId, hash, ...shown });
      return { verdict: 'different' };
    });
  }

  private async channelOf({ forumId, loginId, actor }: MandatePerformer, id: string): Promise<number> {
    const { head } = found(await this.store.view(id, forumId, { loginId, mandateId: actor.mandateId, connectionId: '', ordinal: 0 }));
    return head.channel;
  }
}
