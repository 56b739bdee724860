import type { AgendaItemView } from '@expert-forum/contracts';
import type { DataSource } from 'typeorm';
import type { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import type { DecidedPhases } from '../documents/decided-phases.js';
import { ReadOutline } from '../documents/read-outline.js';
import { CommittedTexts } from '../drafting/store/committed-texts.js';
import { Revisions } from '../revisions/revisions.js';
import { Attendance } from '../sessions/attendance.js';
import { Objections } from '../sessions/objections.js';
import { ReadAgenda } from '../sessions/read-agenda.js';
import { RecordDecisions } from '../sessions/record-decisions.js';
import { RunSession } from '../sessions/run-session.js';
import { SessionTable } from '../sessions/session-table.js';
import { TableItems } from '../sessions/table-items.js';
import type { BackdatedClock } from './backdated-clock.js';
import { phaseOf } from './phase-words.js';
import { relativeMoment } from './relative-moment.js';
import { known, type AgendaLine, type StrategyFile, type StrategySession } from './strategy-file.js';

const MINUTE_MS = 60_000;
const SPOKEN_ABOUT_MS = 20 * MINUTE_MS;
const ASKED_AHEAD_MS = 15_000;

interface Gavel {
  readonly at: Date;
  readonly text: string;
  readonly sectionId: string;
  readonly isAdReferendum: boolean;
}

/** A session that took place, told through the acts of its room. */
export class PlaySession {
  private readonly run: RunSession;
  private readonly items: TableItems;
  private readonly objections: Objections;
  private readonly decisions: RecordDecisions;
  private readonly attendance: Attendance;
  private readonly agenda: ReadAgenda;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BackdatedClock,
    commands: CommandRunner,
    phases: DecidedPhases,
  ) {
    const revisions = new Revisions(clock, new CommittedTexts());
    this.attendance = new Attendance(dataSource, clock);
    this.agenda = new ReadAgenda(dataSource, new ReadOutline(dataSource, clock));
    this.run = new RunSession(commands, clock, this.attendance);
    this.items = new TableItems(commands, clock);
    const table = new SessionTable(this.attendance);
    this.objections = new Objections(commands, clock, phases, revisions, table);
    this.decisions = new RecordDecisions(commands, clock, phases, revisions, table);
  }

  async play(by: Performer, file: StrategyFile, session: StrategySession, { id, startsAt, endsAt }: { id: string; startsAt: Date; endsAt: Date }): Promise<void> {
    this.clock.goToMoment(startsAt);
    await this.run.open(by, id);
    await this.seat(by, id, session.present ?? []);
    const items = await this.agenda.items(by.forumId, id);
    let at = startsAt;
    for (const [index, line] of session.agenda.entries()) {
      const item = known(items[index], line.title);
      at = await this.playItem(by, item, line, this.gavels(file, session, line, item), at);
    }
    this.clock.goToMoment(endsAt);
    await this.run.close(by, id);
    await this.attendance.leaveAll();
  }

  private async seat(by: Performer, sessionId: string, codes: readonly string[]): Promise<void> {
    const centres: { code: string; id: string }[] = await this.dataSource.query('SELECT code, id FROM centre WHERE forum_id = $1', [by.forumId]);
    for (const code of codes) {
      const { id: centreId } = known(centres.find((centre) => centre.code === code), code);
      await this.attendance.enter({ sessionId, connectionId: `demonstration ${code}`, centreId });
    }
  }

  /** @returns when it ended */
  private async playItem(by: Performer, item: AgendaItemView, line: AgendaLine, gavels: readonly Gavel[], after: Date): Promise<Date> {
    const [first] = gavels;
    const begin = new Date(Math.max(after.getTime(), (first?.at.getTime() ?? 0) - SPOKEN_ABOUT_MS));
    this.clock.goToMoment(begin);
    await this.items.activate(by, item.id);
    for (const gavel of gavels) await this.agree(by, item.id, gavel);
    const end = gavels.at(-1)?.at ?? new Date(begin.getTime() + line.minutes * MINUTE_MS);
    this.clock.goToMoment(end);
    await this.items.conclude(by, item.id, { to: 'decided', ...(line.outcome !== undefined && { outcome: line.outcome }) });
    return end;
  }

  private async agree(by: Performer, itemId: string, { at, text, sectionId, isAdReferendum }: Gavel): Promise<void> {
    this.clock.goToMoment(new Date(at.getTime() - ASKED_AHEAD_MS));
    const { id: callId, seq, hash } = await this.objections.openCall(by, itemId, sectionId);
    this.clock.goToMoment(at);
    await this.decisions.record(by, { callId, seq, hash, text, isAdReferendum });
  }

  /** What was agreed under an item, in the order of the day. */
  private gavels(file: StrategyFile, { decisions = [] }: StrategySession, { sections = [] }: AgendaLine, item: AgendaItemView): Gavel[] {
    const statuses = new Map(file.chapters.flatMap((chapter) => chapter.sections.map(({ id, status }) => [id, status] as const)));
    return decisions.flatMap(({ at_rel, text, section = '' }) => {
      const place = sections.indexOf(section);
      if (place < 0) return [];
      const { isAdReferendum } = phaseOf(known(statuses.get(section), section));
      const at = relativeMoment(at_rel, this.clock.present(), file.workspace.home_timezone);
      return [{ at, text, sectionId: known(item.sections[place], section).id, isAdReferendum }];
    });
  }
}
