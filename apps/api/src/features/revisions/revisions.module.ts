import { Module } from '@nestjs/common';
import { DraftingModule } from '../drafting/drafting.module.js';
import { Revisions } from './revisions.js';

@Module({ imports: [DraftingModule], providers: [Revisions], exports: [Revisions] })
export class RevisionsModule {}
