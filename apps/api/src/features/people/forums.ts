import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForumEntity } from './forum.entity.js';

/** The workspaces of an installation; today it serves the first. */
@Injectable()
export class Forums {
  constructor(private readonly dataSource: DataSource) {}

  async first(): Promise<ForumEntity | null> {
    const [forum] = await this.dataSource.getRepository(ForumEntity).find({ order: { createdAt: 'ASC' }, take: 1 });
    return forum ?? null;
  }
}
