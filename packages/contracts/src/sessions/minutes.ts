import type { ItemState } from '@expert-forum/domain';
import { LocalisedTitle } from '../localised.js';
import type { DecisionView } from './decisions.js';
import { SessionSummary } from './sessions.js';

export class MinutesItemView {
  title: LocalisedTitle;
  state: ItemState;
  outcome: string | null;
  decisions: DecisionView[];
}

/** `GET /sessions/:id/minutes`: what was decided and which centres were there; never who said what. */
export class MinutesView extends SessionSummary {
  openedAt: string | null;
  closedAt: string | null;
  centresPresent: string[];
  items: MinutesItemView[];
}
