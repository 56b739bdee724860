import { Module } from '@nestjs/common';
import { Compaction } from './compaction/compaction.js';
import { DraftingGateway } from './doors/drafting.gateway.js';
import { SectionTextController } from './doors/section-text.controller.js';
import { DrainNode } from './drain-node.js';
import { DraftingService } from './drafting.service.js';
import { FollowTexts } from './follow-texts.js';
import { JudgeReaders } from './judge-readers.js';
import { PresenceOverNodes } from './presence-over-nodes.js';
import { RejudgeConnections } from './rejudge-connections.js';
import { CommittedTexts } from './store/committed-texts.js';
import { DraftingStore } from './store/drafting-store.js';
import { PostgresDraftingStore } from './store/postgres-drafting-store.js';
import { SectionLogs } from './store/section-logs.js';
import { SectionTextSeeder } from './store/section-text-seeder.js';
import { TellConnections } from './tell-connections.js';
import { WhereaboutsGateway } from './whereabouts/whereabouts.gateway.js';
import { Whereabouts } from './whereabouts/whereabouts.js';

@Module({
  controllers: [SectionTextController],
  providers: [
    CommittedTexts,
    Compaction,
    DraftingGateway,
    DraftingService,
    DrainNode,
    FollowTexts,
    JudgeReaders,
    PresenceOverNodes,
    RejudgeConnections,
    SectionLogs,
    SectionTextSeeder,
    TellConnections,
    Whereabouts,
    WhereaboutsGateway,
    { provide: DraftingStore, useClass: PostgresDraftingStore },
  ],
  exports: [CommittedTexts, DraftingService, DraftingStore, SectionLogs, SectionTextSeeder],
})
export class DraftingModule {}
