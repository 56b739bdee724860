import type { PresenceNews, PresentPerson } from '@expert-forum/contracts';
import type { Connection } from './connection.js';
import { Emitter } from './emitter.js';
import type { Runtime } from './runtime.js';

/** Where somebody's caret and selection are: Yjs relative positions as JSON. */
export interface Cursor {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** Somebody in the section, as the server names them (R9). */
export interface Person extends Omit<PresentPerson, 'cursor'> {
  readonly cursor: Cursor | null;
}

/** Who came, moved or left; of whichever section of the connection. */
export interface PeopleNews extends Omit<PresenceNews, 'people'> {
  readonly people: readonly Person[];
}

/** The server takes ten moves a second. */
const MOVE_MS = 100;

/** Who else is in a section and where their carets are. Empty while the line is cut: nobody's place is known then. */
export class Presence {
  readonly events = new Emitter<{ changed: readonly Person[] }>();
  people: readonly Person[] = [];
  private pending: { cursor: Cursor | null } | null = null;
  private isPaused = false;
  private cursor: Cursor | null = null;
  /** By channel: the news of a section may come before the answer that names its channel has been looked at. */
  private readonly known = new Map<number, Map<string, Person>>();

  constructor(private readonly connection: Connection, private readonly runtime: Runtime, private readonly channel: () => number | null) {}

  /** Tells the others where this member's caret is; null when the editor has lost the focus. */
  move(cursor: Cursor | null): void {
    this.cursor = cursor;
    this.pending = { cursor };
    if (!this.isPaused) this.send();
  }

  /** The section was joined anew: the others do not know the caret yet. */
  joined(): void {
    this.show();
    if (this.cursor !== null) this.move(this.cursor);
  }

  receive({ channel, isWhole, people, gone }: PeopleNews): void {
    const known = (isWhole ? null : this.known.get(channel)) ?? new Map<string, Person>();
    for (const person of people) known.set(person.connection, person);
    for (const connection of gone) known.delete(connection);
    this.known.set(channel, known);
    if (channel === this.channel()) this.show();
  }

  /** The line was cut. */
  forget(): void {
    this.known.clear();
    this.show();
  }

  private show(): void {
    const { state } = this.connection;
    const everybody = [...(this.known.get(this.channel() ?? 0)?.values() ?? [])];
    const others = everybody.filter(({ connection }) => state.kind !== 'open' || connection !== state.socket.id);
    if (others.length + this.people.length === 0) return;
    this.people = others;
    this.events.emit('changed', others);
  }

  private send(): void {
    const channel = this.channel();
    if (this.pending === null || channel === null) return;
    this.connection.send('presence:move', { channel, cursor: this.pending.cursor });
    this.pending = null;
    this.isPaused = true;
    this.runtime.after(MOVE_MS, () => {
      this.isPaused = false;
      this.send();
    });
  }
}
