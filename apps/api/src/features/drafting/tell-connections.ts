import { Injectable } from '@nestjs/common';
import { Announcer, type Announcement } from '../../platform/announcer/announcer.js';
import { DraftingService } from './drafting.service.js';
import { RIGHTS } from './judge-readers.js';

/** Verbs about who is who. */
export const PEOPLE = /^(centre|member|mandate):/;
const OUTLINE = [...RIGHTS, 'document:created', 'section:added', 'section:renamed', 'publication:sealed', 'revision:named', 'text:restored', 'deletion:noticed'];

/** Tells the connections of a forum that its outline or its people have changed; they ask for what they show. */
@Injectable()
export class TellConnections {
  constructor(
    private readonly drafting: DraftingService,
    announcer: Announcer,
  ) {
    announcer.subscribe((announcement) => this.tell(announcement));
  }

  private tell({ forumId, verb, object: { document } }: Announcement): void {
    for (const { socket } of this.drafting.connections()) {
      if (socket.data.identity.forumId !== forumId) continue;
      if (document !== undefined && OUTLINE.includes(verb)) socket.emit('outline:changed', { documentId: document });
      if (PEOPLE.test(verb)) socket.emit('people:changed', {});
    }
  }
}
