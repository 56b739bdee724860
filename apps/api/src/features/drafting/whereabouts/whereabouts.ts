import type { SectionWhereabouts, WhereaboutsNews } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Doorbell } from '../../../platform/doorbell/doorbell.js';
import { CommandRunner } from '../../../platform/ledger/command-runner.js';
import type { ForumServer, ForumSocket } from '../../../platform/realtime/forum-io-adapter.js';
import { DraftingService } from '../drafting.service.js';
import { WhereaboutsPicture } from './whereabouts-picture.js';

const roomOf = (forumId: string): string => `whereabouts:${forumId}`;
const placeOf = (forumId: string, sectionId: string): string => `${forumId}/${sectionId}`;

/**
 * Who is in which section, by codes of centres alone, for the outlines of the forum. Each node tells the others by the doorbell
 * and says it again with every beat, so that a lost ring or a node that died is made good; nothing of it is stored.
 */
@Injectable()
export class Whereabouts implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly picture = new WhereaboutsPicture();
  /** Places where somebody of this node was when it last looked. */
  private own: ReadonlyMap<string, readonly string[]> = new Map();
  private readonly untold = new Set<string>();
  private server: ForumServer | null = null;
  private soon: NodeJS.Timeout | undefined;
  private beats: NodeJS.Timeout | undefined;

  constructor(
    private readonly drafting: DraftingService,
    private readonly commands: CommandRunner,
    private readonly doorbell: Doorbell,
  ) {
    drafting.onMove(() => this.lookSoon());
    doorbell.onRing('whereabouts', (place, here, node) => this.hear(place, here, node));
  }

  serve(server: ForumServer): void {
    this.server = server;
  }

  onApplicationBootstrap(): void {
    this.beats = setInterval(() => this.beat(), LIMITS.whereabouts.beat);
  }

  onModuleDestroy(): void {
    clearInterval(this.beats);
    clearTimeout(this.soon);
    for (const place of this.own.keys()) this.ring(place, []);
  }

  /** @returns everything there is to see; what changes from now on is told */
  async watch(socket: ForumSocket, isWatching: boolean): Promise<WhereaboutsNews> {
    const { identity } = socket.data;
    await this.commands.transient(identity, 'whereabouts:watch', () => Promise.resolve());
    if (!isWatching) await socket.leave(roomOf(identity.forumId));
    else await socket.join(roomOf(identity.forumId));
    return { sections: isWatching ? this.sectionsAt(identity.forumId, this.picture.places()) : [] };
  }

  private lookSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.look();
      this.tell();
    }, LIMITS.whereabouts.together);
  }

  /** Takes down where the connections of this node are, and tells the other nodes what is new. */
  private look(): void {
    const now = this.whereOwnAre();
    for (const place of new Set([...this.own.keys(), ...now.keys()])) {
      const here = now.get(place) ?? [];
      if (here.join() === (this.own.get(place) ?? []).join()) continue;
      this.say(this.doorbell.node, place, here);
      this.ring(place, here);
    }
    this.own = now;
  }

  private whereOwnAre(): ReadonlyMap<string, readonly string[]> {
    const places = new Map<string, string[]>();
    for (const { socket, sections } of this.drafting.connections()) {
      const { forumId, centreCode, actor } = socket.data.identity;
      for (const id of sections.keys()) {
        const place = placeOf(forumId, id);
        places.set(place, [...new Set([...(places.get(place) ?? []), centreCode ?? actor.role])].sort());
      }
    }
    return places;
  }

  private ring(place: string, here: readonly string[]): void {
    this.doorbell.ring('whereabouts', place, here.join());
  }

  private hear(place: string, here: string, node: string): void {
    if (node !== this.doorbell.node) this.say(node, place, here === '' ? [] : here.split(','));
  }

  private say(node: string, place: string, here: readonly string[]): void {
    if (!this.picture.say(node, place, here, Date.now())) return;
    this.untold.add(place);
    this.lookSoon();
  }

  private beat(): void {
    for (const [place, here] of this.own) {
      this.say(this.doorbell.node, place, here);
      this.ring(place, here);
    }
    for (const place of this.picture.forget(Date.now() - LIMITS.whereabouts.ttl)) this.untold.add(place);
    if (this.untold.size > 0) this.lookSoon();
  }

  private tell(): void {
    const untold = [...this.untold];
    this.untold.clear();
    for (const forumId of new Set(untold.map((place) => place.split('/')[0] ?? ''))) {
      this.server?.to(roomOf(forumId)).emit('whereabouts:changed', { sections: this.sectionsAt(forumId, untold) });
    }
  }

  private sectionsAt(forumId: string, places: readonly string[]): SectionWhereabouts[] {
    return places.flatMap((place) => {
      const [forum, sectionId = ''] = place.split('/');
      return forum === forumId ? [{ sectionId, here: this.picture.at(place) }] : [];
    });
  }
}
