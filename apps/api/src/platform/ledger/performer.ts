import type { Actor } from '@expert-forum/domain';

/** A member who acts under one mandate by a login. */
export interface MandatePerformer {
  readonly kind: 'mandate';
  readonly loginId: string;
  readonly forumId: string;
  readonly actor: Actor;
}

/** The installation itself: a command line, or the demonstration being loaded. */
export interface InstallationPerformer {
  readonly kind: 'installation';
  readonly forumId: string;
}

export type Performer = MandatePerformer | InstallationPerformer;
