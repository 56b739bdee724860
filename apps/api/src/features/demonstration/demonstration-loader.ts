import { actsForCentre } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Passwords } from '../../platform/auth/passwords.js';
import { Clock } from '../../platform/clock/clock.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { Performer } from '../../platform/ledger/performer.js';
import { DecidedPhases } from '../documents/decided-phases.js';
import { KeepOutline } from '../documents/keep-outline.js';
import { ReadOutline } from '../documents/read-outline.js';
import { SectionRoles } from '../documents/section-roles.js';
import { CommittedTexts } from '../drafting/store/committed-texts.js';
import { SectionLogs } from '../drafting/store/section-logs.js';
import { SectionTextSeeder } from '../drafting/store/section-text-seeder.js';
import { CreateForum } from '../people/create-forum.js';
import { OneTimeLinks } from '../people/one-time-links.js';
import { PeopleService } from '../people/people.service.js';
import { PreviewPublication } from '../publications/preview-publication.js';
import { SealPublication } from '../publications/seal-publication.js';
import { SealedPublications } from '../publications/sealed-publications.js';
import { SelectSections } from '../publications/select-sections.js';
import { SigningKeys } from '../publications/signing-keys.js';
import { Revisions } from '../revisions/revisions.js';
import { PlanSessions } from '../sessions/plan-sessions.js';
import { BackdatedClock } from './backdated-clock.js';
import { expandText } from './expand-text.js';
import { LoadPublications, titleOf } from './load-publications.js';
import { LoadSessions, phaseBeforeSessions } from './load-sessions.js';
import { LoadThreads } from './load-threads.js';
import { PlaySession } from './play-session.js';
import { known, readStrategyFile, type StrategyFile, type StrategySection } from './strategy-file.js';

/** Rapporteurs by chapter; the others have the second one. */
const FIRST_RAPPORTEUR = { id: 'u26', chapters: ['1', '2', '7', '8', '9', '10'] };
const SECOND_RAPPORTEUR = 'u27';
const FORUM_OPENED = '-181d';
const ZERO_DRAFT = '-150d';

/** Plays the demonstration file through the use cases of the forum, as if it had happened. */
@Injectable()
export class DemonstrationLoader {
  private readonly clock: BackdatedClock;
  private readonly createForum: CreateForum;
  private readonly people: PeopleService;
  private readonly outline: KeepOutline;
  private readonly roles: SectionRoles;
  private readonly sessions: LoadSessions;
  private readonly publications: LoadPublications;
  private readonly threads: LoadThreads;
  /** Section ids by the file's. */
  private readonly sections = new Map<string, string>();

  constructor(dataSource: DataSource, clock: Clock, runner: CommandRunner, passwords: Passwords, doorbell: Doorbell) {
    this.clock = new BackdatedClock(clock);
    const commands = runner.withClock(this.clock);
    this.createForum = new CreateForum(commands, this.clock);
    this.people = new PeopleService(commands, this.clock, new OneTimeLinks(dataSource, this.clock, passwords, doorbell));
    this.outline = new KeepOutline(commands, this.clock, new SectionTextSeeder(this.clock, new SectionLogs(this.clock)));
    const outlines = new ReadOutline(dataSource, this.clock);
    const phases = new DecidedPhases(outlines, this.clock);
    const revisions = new Revisions(this.clock, new CommittedTexts());
    this.roles = new SectionRoles(commands, this.clock, revisions);
    const selection = new SelectSections(outlines, revisions);
    this.sessions = new LoadSessions(this.clock, new PlanSessions(commands, phases), new PlaySession(dataSource, this.clock, commands, phases));
    const sealed = new SealedPublications(this.clock, new SigningKeys(dataSource, this.clock));
    const sealing = new SealPublication(commands, selection, revisions, phases, sealed);
    this.publications = new LoadPublications(this.clock, new PreviewPublication(dataSource, selection), sealing);
    this.threads = new LoadThreads(dataSource, this.clock, commands, doorbell);
  }

  async load(): Promise<void> {
    const file = readStrategyFile();
    this.clock.goTo(FORUM_OPENED);
    const forumId = await this.createForum.create({
      title: titleOf(file.workspace.title),
      disclaimer: file.workspace.disclaimer,
      banner: file.banner,
      homeTimezone: file.workspace.home_timezone,
      countries: file.countries.map(({ id, name, tz }) => ({ code: id, name, timezone: tz })),
    });
    const by: Performer = { kind: 'installation', forumId };
    const mandates = await this.loadPeople(by, file);
    this.clock.goTo(ZERO_DRAFT);
    const documentId = await this.loadOutline(by, file, mandates);
    await this.sessions.load(by, file, { mandates, sections: this.sections });
    await this.publications.load(by, file, documentId, this.sections);
    await this.threads.load(file, { mandates, sections: this.sections });
  }

  /** @returns mandate ids by the file's user ids */
  private async loadPeople(by: Performer, file: StrategyFile): Promise<Map<string, string>> {
    const centres = new Map<string, string>();
    for (const { id, name, joined_rel } of file.centres) {
      this.clock.goTo(joined_rel);
      centres.set(id, (await this.people.createCentre(by, { code: id, name })).id);
    }
    const mandates = new Map<string, string>();
    for (const { id, centre, name, email, role, lang } of file.users) {
      this.clock.goTo(file.centres.find((each) => each.id === centre)?.joined_rel ?? FORUM_OPENED);
      const centreId = centre === null ? undefined : centres.get(centre);
      const { mandateId } = await this.people.invite(by, { name, email, role, language: lang, ...(centreId && { centreId }) });
      mandates.set(id, mandateId);
    }
    return mandates;
  }

  private async loadOutline(by: Performer, file: StrategyFile, mandates: Map<string, string>): Promise<string> {
    const document = await this.outline.createDocument(by, titleOf(file.workspace.title));
    for (const { number, title, sections } of file.chapters) {
      const chapter = await this.outline.add(by, document.id, { title });
      const rapporteur = FIRST_RAPPORTEUR.chapters.includes(number) ? FIRST_RAPPORTEUR.id : SECOND_RAPPORTEUR;
      await this.roles.setRapporteur(by, chapter.id, known(mandates.get(rapporteur), rapporteur));
      for (const section of sections) await this.loadSection(by, file, { section, documentId: document.id, chapterId: chapter.id, mandates });
    }
    return document.id;
  }

  private async loadSection(
    by: Performer,
    file: StrategyFile,
    { section, documentId, chapterId, mandates }: { section: StrategySection; documentId: string; chapterId: string; mandates: Map<string, string> },
  ): Promise<void> {
    const { id } = await this.outline.add(
      by,
      documentId,
      { parentId: chapterId, title: section.title },
      { ...phaseBeforeSessions(file, section), blocks: section.paragraphs.map(({ text }) => expandText(text, file)) },
    );
    this.sections.set(section.id, id);
    if (section.status !== 'open') return;
    for (const user of drafters(file, section.id)) await this.roles.nameDrafter(by, id, known(mandates.get(user), user));
  }
}

/** Of every centre that has taken a position on the section: its focal points and experts. */
function drafters(file: StrategyFile, sectionId: string): string[] {
  const letters = known(file.positions[sectionId], sectionId);
  const centres = file.centre_order.filter((_, index) => letters[index] !== 'N');
  return file.users.filter(({ centre, role }) => centre !== null && actsForCentre(role) && centres.includes(centre)).map(({ id }) => id);
}
