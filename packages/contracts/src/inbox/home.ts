import type { HomeKind } from '@expert-forum/domain';
import type { SessionSummary } from '../sessions/sessions.js';
import type { NoticeView, SectionReference } from './inbox.js';

/** One thing that waits; of `session`, `notice` and `section` the one that it is about is there. */
export class HomeItemView {
  kind: HomeKind;
  /** When the session starts, the notice came, the section began to wait. */
  at: string;
  session: SessionSummary | null;
  notice: NoticeView | null;
  section: SectionReference | null;
  /** Comments on the section that wait for an answer, of those that the mandate may read. */
  openThreads: number;
}

/** `GET /home`, in the order in which it presses. */
export class HomeView {
  items: HomeItemView[];
}
