import type { ItemState, SessionState } from '@expert-forum/domain';
import { LocalisedTitle } from '../localised.js';
import type { DecisionView } from './decisions.js';

export class MinutesItemView {
  title: LocalisedTitle;
  state: ItemState;
  outcome: string | null;
  decisions: DecisionView[];
}

/** `GET /sessions/:id/minutes`: what was decided and which centres were there; never who said what. */
export class MinutesView {
  id: string;
  title: LocalisedTitle;
  place: string | null;
  startsAt: string;
  endsAt: string;
  state: SessionState;
  openedAt: string | null;
  closedAt: string | null;
  centresPresent: string[];
  items: MinutesItemView[];
}
