import { decided, refused, type Decision } from '../verdict.js';

export const SESSION_STATES = ['planned', 'open', 'suspended', 'closed'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const SESSION_ACTS = ['open', 'suspend', 'resume', 'close'] as const;
export type SessionAct = (typeof SESSION_ACTS)[number];

const EDGES: Readonly<Record<SessionState, Partial<Record<SessionAct, SessionState>>>> = {
  planned: { open: 'open' },
  open: { suspend: 'suspended', close: 'closed' },
  suspended: { resume: 'open', close: 'closed' },
  closed: {},
};

/** Where the act leads from here. */
export function sessionAfter(state: SessionState, act: SessionAct): Decision<SessionState> {
  const after = EDGES[state][act];
  return after === undefined ? refused('session-state-unfit', { state, act }) : decided(after);
}

/** What a moderator can do with the session now: what a screen offers. */
export const sessionActs = (state: SessionState): SessionAct[] => SESSION_ACTS.filter((act) => EDGES[state][act] !== undefined);
