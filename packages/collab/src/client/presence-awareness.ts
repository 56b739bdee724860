import type { Cursor, Person, Presence } from './presence.js';

interface CaretState {
  readonly user: { readonly name: string; readonly color: string };
  readonly cursor: Cursor | null;
}
interface Changes {
  added: number[];
  updated: number[];
  removed: number[];
}
type ChangeListener = (changes: Changes, origin: unknown) => void;

/**
 * The part of y-protocols' Awareness that an editor's caret plugin uses, over the server's picture of who is where: the editor
 * can say where its caret is, and nothing about who its member is (R9).
 */
export class PresenceAwareness {
  /** What y-protocols calls a client; here a number given to each connection of the section. */
  readonly clientID = 0;
  private readonly numbers = new Map<string, number>();
  private states = new Map<number, CaretState>();
  private own: Cursor | null = null;
  private readonly listeners = new Set<ChangeListener>();

  constructor(private readonly presence: Presence) {
    presence.events.on('changed', (people) => this.show(people));
    this.show(presence.people);
  }

  getStates(): Map<number, CaretState> {
    return this.states;
  }

  getLocalState(): { cursor: Cursor | null } {
    return { cursor: this.own };
  }

  setLocalStateField(field: string, value: unknown): void {
    if (field !== 'cursor') return;
    this.own = isCursor(value) ? value : null;
    this.presence.move(this.own);
  }

  on(_event: 'change' | 'update', listener: ChangeListener): void {
    this.listeners.add(listener);
  }

  off(_event: 'change' | 'update', listener: ChangeListener): void {
    this.listeners.delete(listener);
  }

  private show(people: readonly Person[]): void {
    const before = this.states;
    this.states = new Map(people.map((person) => [this.numberOf(person), caretOf(person)]));
    const [old, now] = [[...before.keys()], [...this.states.keys()]];
    const changes = {
      added: now.filter((client) => !before.has(client)),
      updated: now.filter((client) => before.has(client)),
      removed: old.filter((client) => !this.states.has(client)),
    };
    for (const listener of [...this.listeners]) listener(changes, 'server');
  }

  private numberOf({ connection }: Person): number {
    const number = this.numbers.get(connection) ?? this.numbers.size + 1;
    this.numbers.set(connection, number);
    return number;
  }
}

const caretOf = ({ label, colour, cursor }: Person): CaretState => ({ user: { name: label, color: colour }, cursor });

const isCursor = (value: unknown): value is Cursor => typeof value === 'object' && value !== null && 'anchor' in value && 'head' in value;
