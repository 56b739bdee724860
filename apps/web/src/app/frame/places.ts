import type { HeldMandate } from '@expert-forum/contracts';
import { mayPerform, type Role } from '@expert-forum/domain';

/** So many places fit into the bar of a phone; further ones are in its menu. */
export const UNDER_THE_THUMB = 3;

export interface Place {
  readonly to: '/$language/home' | '/$language/text' | '/$language/sessions' | '/$language/inbox' | '/$language/people' | '/$language/publications';
  readonly name: 'nav.home' | 'nav.text' | 'nav.sessions' | 'nav.inbox' | 'nav.people' | 'nav.publications';
  /** Whether somebody in this role finds anything there. */
  readonly isFor: (role: Role) => boolean;
}

const PLACES: readonly Place[] = [
  { to: '/$language/home', name: 'nav.home', isFor: (role) => mayPerform('read-forum', role, { isOwn: true }).ok },
  { to: '/$language/text', name: 'nav.text', isFor: (role) => mayPerform('read-forum', role, { isOwn: true }).ok },
  { to: '/$language/inbox', name: 'nav.inbox', isFor: (role) => mayPerform('read-forum', role, { isOwn: true }).ok },
  { to: '/$language/sessions', name: 'nav.sessions', isFor: (role) => mayPerform('read-forum', role, { isOwn: true }).ok },
  { to: '/$language/publications', name: 'nav.publications', isFor: (role) => mayPerform('read-forum', role, { isOwn: true }).ok },
  { to: '/$language/people', name: 'nav.people', isFor: (role) => mayPerform('administer-people', role, { isOwn: true }).ok },
];

/** The main navigation under a mandate: only what exists for it. */
export const placesFor = (mandate: HeldMandate | null): readonly Place[] => (mandate === null ? [] : PLACES.filter(({ isFor }) => isFor(mandate.role)));
