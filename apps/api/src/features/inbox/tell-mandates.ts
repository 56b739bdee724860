import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Announcer, type Announcement } from '../../platform/announcer/announcer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { DraftingService } from '../drafting/drafting.service.js';
import { NOTICED } from './noticed-acts.js';

/** Verbs after which notices are not shown any more: the column that refers to what was changed, and its kind in the ledger. */
const VANISHING: ReadonlyMap<string, readonly [column: string, kind: string]> = new Map([
  ['comment:edited', ['comment_id', 'comment']],
  ['comment:removed', ['comment_id', 'comment']],
  ['section:removed', ['section_id', 'section']],
  ['session:closed', ['session_id', 'session']],
]);

/** What was read longer ago was told, or its ring was missed and made good before. */
const MISSED_MS = 60_000;

/** `inbox:changed`, after the commit, to the connections of exactly those mandates whose inbox is not what it was. */
@Injectable()
export class TellMandates {

  constructor(
    private readonly dataSource: DataSource,
    private readonly drafting: DraftingService,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
    announcer: Announcer,
  ) {
    announcer.subscribe((announcement) => this.announce(announcement));
    doorbell.onRing('inbox', (mandateId, _, node) => (node === this.doorbell.node ? undefined : this.tell(new Set([mandateId]))));
    doorbell.onAnew(() => this.tellMissed());
  }

  /** What no ledger tells: something was read. */
  async changed(mandateId: string): Promise<void> {
    this.doorbell.ring('inbox', mandateId);
    this.tell(new Set([mandateId]));
  }

  private async announce({ forumId, seq, verb, object }: Announcement): Promise<void> {
    const vanishing = VANISHING.get(verb);
    const connected = this.connectedIn(forumId);
    if (connected.length === 0 || (vanishing === undefined && !NOTICED.has(verb))) return;
    const [column, kind] = vanishing ?? [];
    const told: { mandateId: string }[] = await this.dataSource.query(
      `SELECT DISTINCT mandate_id AS "mandateId" FROM notice WHERE mandate_id = ANY($1) AND (ledger_seq = $2 ${column === undefined ? '' : `OR ${column}::text = $3`})`,
      [connected, seq, ...(kind === undefined ? [] : [object[kind]])],
    );
    this.tell(new Set(told.map(({ mandateId }) => mandateId)));
  }

  private async tellMissed(): Promise<void> {
    const connected = this.connectedIn();
    if (connected.length === 0) return;
    const since = new Date(this.clock.now().getTime() - MISSED_MS);
    const read: { mandateId: string }[] = await this.dataSource.query(
      'SELECT DISTINCT mandate_id AS "mandateId" FROM notice WHERE mandate_id = ANY($1) AND read_at > $2',
      [connected, since],
    );
    this.tell(new Set(read.map(({ mandateId }) => mandateId)));
  }

  /** Mandates that are connected to this node: of one forum, or all. */
  private connectedIn(forumId?: string): string[] {
    const identities = this.drafting.connections().map(({ socket }) => socket.data.identity);
    return [...new Set(identities.flatMap((identity) => (forumId === undefined || identity.forumId === forumId ? identity.actor.mandateId : [])))];
  }

  private tell(mandateIds: ReadonlySet<string>): void {
    for (const { socket } of this.drafting.connections()) {
      if (mandateIds.has(socket.data.identity.actor.mandateId)) socket.emit('inbox:changed', {});
    }
  }
}
