import type { PresentPerson } from '@expert-forum/contracts';
import { jcs } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';
import type { ConnectionIdentity } from '../../../platform/auth/logins.js';

const GATHER_MS = 80;

/** Who is in which section and where their carets are. A client says where; who it is, the server says (R9). */
export class Presence {
  private readonly sections = new Map<number, Map<string, PresentPerson>>();
  private readonly changed = new Set<number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly publish: (channel: number, people: PresentPerson[]) => void) {}

  enter(channel: number, connection: string, { actor, centreCode }: ConnectionIdentity): void {
    const people = this.sections.get(channel) ?? new Map<string, PresentPerson>();
    this.sections.set(channel, people);
    const colour = centreCode === null ? 'var(--ink-2)' : `var(--${centreCode.slice(0, 3)})`;
    people.set(connection, { connection, label: centreCode ?? actor.role, colour, cursor: null });
    this.change(channel);
  }

  /** Too large a cursor is no cursor. */
  move(channel: number, connection: string, cursor: unknown): void {
    const people = this.sections.get(channel);
    const person = people?.get(connection);
    if (people === undefined || person === undefined || jcs(cursor ?? null).length > LIMITS.presence.bytes) return;
    people.set(connection, { ...person, cursor: cursor ?? null });
    this.change(channel);
  }

  leave(channel: number, connection: string): void {
    const people = this.sections.get(channel);
    if (people?.delete(connection) !== true) return;
    if (people.size === 0) this.sections.delete(channel);
    this.change(channel);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** One message a room and moment, with everybody in it: whoever comes late needs no history. */
  private change(channel: number): void {
    this.changed.add(channel);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      const channels = [...this.changed];
      this.changed.clear();
      for (const each of channels) this.publish(each, [...(this.sections.get(each)?.values() ?? [])]);
    }, GATHER_MS);
  }
}
