import type { NodeJson } from '@expert-forum/collab';
import { Controller, Get } from '@nestjs/common';
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
  constructor(
    private readonly store: DraftingStore,
    private readonly drafting: DraftingService,
  ) {}

  @Requires('read-forum')
  @Get(':id/text')
  async read(@By() { forumId, loginId, actor }: MandatePerformer, @SectionPathId() id: string): Promise<SectionText> {
    const { head } = found(await this.store.view(id, forumId, { loginId, mandateId: actor.mandateId, connectionId: '', ordinal: 0 }));
    return this.drafting.engine.look(head.channel, (text) => ({ epoch: text.epoch, ...text.snapshot() }));
  }
}
