import { LIMITS } from '../limits/limits.js';
import { mayType, type TypingFacts } from '../outline/typing.js';
import type { Actor } from '../people/role.js';
import type { SessionState } from '../sessions/session.js';

/** What a first screen lists. */
export const HOME_KINDS = ['session', 'notice', 'drafting', 'threads'] as const;
export type HomeKind = (typeof HOME_KINDS)[number];

/** What decides where a thing stands in the list. `at`: when a session starts, a notice came, a section began to wait. */
export type HomeFact =
  | { readonly kind: 'session'; readonly state: SessionState; readonly at: Date }
  | { readonly kind: 'notice' | 'drafting' | 'threads'; readonly at: Date };

interface SectionFacts extends TypingFacts {
  /** Comments on it that wait for an answer. */
  readonly openThreads: number;
}

/** As what a section waits for somebody: for text, for answers, or (null) not at all. */
export function waitingFor(actor: Pick<Actor, 'role'>, section: SectionFacts): 'drafting' | 'threads' | null {
  if (mayType(actor, section).ok) return 'drafting';
  const isAsked = actor.role === 'moderator' || section.isRapporteur;
  return isAsked && section.openThreads > 0 ? 'threads' : null;
}

/**
 * The list in the order in which it presses: what takes place now, what begins soon, whoever waits for a word (the newest, so
 * that they do not bury the rest), sections that wait for text, further words, comments that wait for an answer, later sessions.
 * Sections stay in the order in which they come.
 */
export function arrangeHome<Item extends HomeFact>(items: readonly Item[], now: Date): Item[] {
  const newest = items.filter(({ kind }) => kind === 'notice').sort((a, b) => b.at.getTime() - a.at.getTime());
  const foremost = new Set<HomeFact>(newest.slice(0, LIMITS.home.foremostNotices));
  const ranked = items.map((item, place) => ({ item, place, rank: rankOf(item, foremost.has(item), now) }));
  return ranked.sort((a, b) => a.rank - b.rank || withinRank(a.item, b.item) || a.place - b.place).map(({ item }) => item);
}

function rankOf(item: HomeFact, isForemost: boolean, now: Date): number {
  switch (item.kind) {
    case 'session':
      if (item.state !== 'planned') return 0;
      return item.at.getTime() - now.getTime() <= LIMITS.home.soon ? 1 : 6;
    case 'notice':
      return isForemost ? 2 : 4;
    case 'drafting':
      return 3;
    case 'threads':
      return 5;
  }
}

/** Sessions: the next one first; notices: the newest first. */
function withinRank(a: HomeFact, b: HomeFact): number {
  if (a.kind === 'session') return a.at.getTime() - b.at.getTime();
  return a.kind === 'notice' ? b.at.getTime() - a.at.getTime() : 0;
}

/** How a list is shown: what presses, and what can wait. */
export const splitHome = <Item>(items: readonly Item[]): { first: readonly Item[]; later: readonly Item[] } => ({
  first: items.slice(0, LIMITS.home.first),
  later: items.slice(LIMITS.home.first),
});
