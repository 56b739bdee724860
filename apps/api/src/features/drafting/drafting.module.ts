import { Module } from '@nestjs/common';
import { SectionTextSeeder } from './store/section-text-seeder.js';

@Module({ providers: [SectionTextSeeder], exports: [SectionTextSeeder] })
export class DraftingModule {}
