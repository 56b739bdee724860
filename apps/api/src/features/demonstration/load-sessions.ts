import type { AgendaItemInput } from '@expert-forum/contracts';
import type { Phase } from '@expert-forum/domain';
import type { Performer } from '../../platform/ledger/performer.js';
import type { PlanSessions } from '../sessions/plan-sessions.js';
import type { BackdatedClock } from './backdated-clock.js';
import { phaseOf } from './phase-words.js';
import type { PlaySession } from './play-session.js';
import { relativeMoment } from './relative-moment.js';
import { known, type StrategyFile, type StrategySection, type StrategySession } from './strategy-file.js';

const MINUTE_MS = 60_000;
const PLANNED_AHEAD_MS = 14 * 24 * 60 * MINUTE_MS;
/** Live in the file; yet to come here, so that a newcomer can run it. */
const UPCOMING = 'ses2';
const NEWCOMERS_SECTION = 's5.2';

/** What the sessions refer to: ids by those of the file. */
export interface Loaded {
  readonly mandates: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
}

/** What was decided in a session was still being negotiated before. */
export function phaseBeforeSessions(file: StrategyFile, { id, status }: StrategySection): { phase: Phase; isAdReferendum: boolean } {
  const isDecidedLater = file.sessions.some(({ decisions = [] }) => decisions.some(({ section }) => section === id));
  return phaseOf(isDecidedLater ? 'in_brackets' : status);
}

/** The sessions of the file: the one that took place is played, the others are planned. */
export class LoadSessions {
  constructor(
    private readonly clock: BackdatedClock,
    private readonly plans: PlanSessions,
    private readonly past: PlaySession,
  ) {}

  async load(by: Performer, file: StrategyFile, loaded: Loaded): Promise<void> {
    for (const session of file.sessions) {
      const times = this.times(file, session);
      this.clock.goToMoment(new Date(Math.min(times.startsAt.getTime(), this.clock.present().getTime()) - PLANNED_AHEAD_MS));
      const { id } = await this.plans.planFor(by, known(loaded.mandates.get(session.chair), session.chair), {
        title: session.title,
        ...placeOf(file, session),
        startsAt: times.startsAt.toISOString(),
        endsAt: times.endsAt.toISOString(),
        items: agendaOf(file, session, loaded),
      });
      if (session.state === 'closed') await this.past.play(by, file, session, { id, ...times });
    }
  }

  /** The upcoming one starts in about an hour, whenever the forum is loaded. */
  private times(file: StrategyFile, { id, starts_rel, ends_rel }: StrategySession): { startsAt: Date; endsAt: Date } {
    const now = this.clock.present();
    const startsAt = relativeMoment(starts_rel, now, file.workspace.home_timezone);
    const endsAt = relativeMoment(ends_rel, now, file.workspace.home_timezone);
    if (id !== UPCOMING) return { startsAt, endsAt };
    const soon = Math.ceil((now.getTime() + 60 * MINUTE_MS) / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
    return { startsAt: new Date(soon), endsAt: new Date(soon + endsAt.getTime() - startsAt.getTime()) };
  }
}

function agendaOf(file: StrategyFile, { id, agenda }: StrategySession, { sections }: Loaded): AgendaItemInput[] {
  const items = agenda.map(({ title, minutes, sections: ids = [] }) => ({
    title: { en: title },
    minutes,
    sectionIds: ids.map((each) => known(sections.get(each), each)),
  }));
  return id === UPCOMING ? [...items.slice(0, 1), newcomersItem(file, sections), ...items.slice(1)] : items;
}

/** A section that is being drafted and that nobody disputes: it can be agreed by whoever tries the room. */
function newcomersItem(file: StrategyFile, sections: Loaded['sections']): AgendaItemInput {
  const section = known(file.chapters.flatMap((chapter) => chapter.sections).find(({ id }) => id === NEWCOMERS_SECTION), NEWCOMERS_SECTION);
  const { en, ru, ja } = section.title;
  const numbered = (title: string): string => `${NEWCOMERS_SECTION.slice(1)} ${title}`;
  const title = { en: numbered(en), ...(ru && { ru: numbered(ru) }), ...(ja && { ja: numbered(ja) }) };
  return { title, minutes: 25, sectionIds: [known(sections.get(NEWCOMERS_SECTION), NEWCOMERS_SECTION)] };
}

function placeOf(file: StrategyFile, { place }: StrategySession): { place?: string } {
  return place === null ? {} : { place: known(file.places.find(({ id }) => id === place), place).name };
}
