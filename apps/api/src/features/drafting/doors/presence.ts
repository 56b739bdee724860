import type { PresenceNews, PresentPerson } from '@expert-forum/contracts';
import type { ConnectionIdentity } from '../../../platform/auth/logins.js';

const GATHER_MS = 80;

/** Where the news of presence goes. */
export interface PresenceListener {
  /** To the connections in a section but some. */
  toSection(news: PresenceNews, except: readonly string[]): void;
  toConnection(connection: string, news: PresenceNews): void;
  /** Does it take what it is sent? If not, it gets the whole picture when it does again (R16). */
  keepsUp(connection: string): boolean;
}

/** Who is in one section, on all nodes, and what of it has not been told here yet. */
class SectionPresence {
  readonly people = new Map<string, PresentPerson>();
  /** Those of them who are connected to this node. */
  readonly here = new Set<string>();
  readonly changed = new Set<string>();
  readonly gone = new Set<string>();
  /** They know nothing yet of the others. */
  readonly newcomers = new Set<string>();
}

/**
 * Who is in which section and where their carets are, on all nodes. A client says where; who it is, the server says (R9). Told
 * a moment later, what has changed meanwhile at once; nobody is told of themselves.
 */
export class Presence {
  private readonly sections = new Map<number, SectionPresence>();
  private readonly followers: ((channel: number, connection: string) => void)[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly listener: PresenceListener) {}

  /** Tells at once who of this node came, moved or left: for the other nodes. */
  follow(follower: (channel: number, connection: string) => void): void {
    this.followers.push(follower);
  }

  enter(channel: number, connection: string, { actor, centreCode }: ConnectionIdentity): void {
    const section = this.sections.get(channel) ?? new SectionPresence();
    this.sections.set(channel, section);
    const colour = centreCode === null ? 'var(--ink-2)' : `var(--${centreCode.slice(0, 3)})`;
    const cursor = section.people.get(connection)?.cursor ?? null;
    section.people.set(connection, { connection, label: centreCode ?? actor.role, colour, cursor });
    section.here.add(connection);
    section.newcomers.add(connection);
    this.change(section, connection);
    this.tellFollowers(channel, connection);
  }

  move(channel: number, connection: string, cursor: unknown): void {
    const section = this.sections.get(channel);
    const person = section?.people.get(connection);
    if (section === undefined || person === undefined) return;
    section.people.set(connection, { ...person, cursor: cursor ?? null });
    this.change(section, connection);
    this.tellFollowers(channel, connection);
  }

  leave(channel: number, connection: string): void {
    if (!this.remove(channel, connection)) return;
    this.tellFollowers(channel, connection);
  }

  /** Somebody of another node came or moved; null: they left. */
  hear(channel: number, connection: string, person: PresentPerson | null): void {
    if (person === null) return void this.remove(channel, connection);
    const section = this.sections.get(channel) ?? new SectionPresence();
    this.sections.set(channel, section);
    if (JSON.stringify(section.people.get(connection)) === JSON.stringify(person)) return;
    section.people.set(connection, person);
    this.change(section, connection);
  }

  /** Somebody of this node. */
  find(channel: number, connection: string): PresentPerson | null {
    const section = this.sections.get(channel);
    return section?.here.has(connection) === true ? (section.people.get(connection) ?? null) : null;
  }

  /** Everybody of this node. */
  own(): { channel: number; connection: string }[] {
    return [...this.sections].flatMap(([channel, { here }]) => [...here].map((connection) => ({ channel, connection })));
  }

  /** Connections in a section, of all nodes. */
  count(channel: number): number {
    return this.sections.get(channel)?.people.size ?? 0;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private remove(channel: number, connection: string): boolean {
    const section = this.sections.get(channel);
    if (section?.people.delete(connection) !== true) return false;
    section.here.delete(connection);
    section.changed.delete(connection);
    section.newcomers.delete(connection);
    section.gone.add(connection);
    if (section.people.size === 0) this.sections.delete(channel);
    this.tellSoon();
    return true;
  }

  private tellFollowers(channel: number, connection: string): void {
    for (const follower of this.followers) follower(channel, connection);
  }

  private change(section: SectionPresence, connection: string): void {
    section.gone.delete(connection);
    section.changed.add(connection);
    this.tellSoon();
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      for (const [channel, section] of this.sections) this.tell(channel, section);
    }, GATHER_MS);
  }

  private tell(channel: number, { people, here, changed, gone, newcomers }: SectionPresence): void {
    if (changed.size + gone.size + newcomers.size === 0) return;
    if (here.size === 0) return clear(changed, gone); // nobody here is to be told
    const others = (connections: Iterable<string>, self: string | null): PresentPerson[] =>
      [...connections].flatMap((connection) => (connection === self ? [] : (people.get(connection) ?? [])));
    for (const connection of here) if (!this.listener.keepsUp(connection)) newcomers.add(connection);
    const news = (self: string | null): PresenceNews => ({ channel, isWhole: false, people: others(changed, self), gone: [...gone] });
    const movers = [...changed].filter((connection) => here.has(connection) && !newcomers.has(connection));
    if (changed.size + gone.size > 0) this.listener.toSection(news(null), [...newcomers, ...movers]);
    for (const mover of movers) if (changed.size + gone.size > 1) this.listener.toConnection(mover, news(mover));
    for (const newcomer of [...newcomers]) {
      if (!this.listener.keepsUp(newcomer)) continue;
      this.listener.toConnection(newcomer, { channel, isWhole: true, people: others(people.keys(), newcomer), gone: [] });
      newcomers.delete(newcomer);
    }
    clear(changed, gone);
    if (newcomers.size > 0) this.tellSoon();
  }
}

const clear = (...sets: Set<string>[]): void => sets.forEach((set) => set.clear());
