import { Module } from '@nestjs/common';
import { DraftingModule } from '../drafting/drafting.module.js';
import { Revisions } from './revisions.js';
import { RevisionsController } from './revisions.controller.js';

@Module({ imports: [DraftingModule], controllers: [RevisionsController], providers: [Revisions], exports: [Revisions] })
export class RevisionsModule {}
