import { shortId, type Phase, type Role } from '@expert-forum/domain';
import type { Act, Person } from './contract-world.js';
import type { MemoryLock } from './lock-table.js';
import type { MemoryDatabase, MemorySection } from './memory-database.js';

const FORUM = 'forum';

export function addSection(database: MemoryDatabase): MemorySection {
  const channel = database.sections.size + 1;
  const section: MemorySection = {
    id: shortId('s', (length) => Uint8Array.from({ length }, (_, place) => (channel >> (5 * (length - 1 - place))) & 31)),
    forumId: FORUM,
    channel,
    schema: 1,
    epoch: 1,
    phase: 'drafting',
    phaseChangedAt: database.now(),
    isRemoved: false,
    rapporteurMandateId: null,
    drafters: new Set(),
  };
  database.sections.set(channel, section);
  return section;
}

/** Somebody signed in, with a mandate of their own. */
export function addPerson(database: MemoryDatabase, role: Role, centreId: string | null): Person {
  const number = database.logins.size + 1;
  const [memberId, mandateId, loginId] = [`member ${number}`, `mandate ${number}`, `login ${number}`];
  database.mandates.set(mandateId, { id: mandateId, memberId, role, centreId, startsAt: new Date(0), endsAt: null, withdrawnAt: null });
  database.logins.set(loginId, { id: loginId, memberId, isEnded: false });
  return { loginId, mandateId };
}

/** An expert of one of two centres, by turns. */
export function addDrafter(database: MemoryDatabase, ...channels: readonly number[]): Person {
  const { loginId, mandateId } = addPerson(database, 'expert', `centre ${database.logins.size % 2}`);
  for (const channel of channels) database.sectionOf(channel).drafters.add(mandateId);
  return { loginId, mandateId };
}

interface MemoryAct {
  readonly lock: Omit<MemoryLock, 'mode'>;
  change(): void;
}

/** The acts of the forum as the database knows them: a lock, and what is true after the commit. */
export function actOn(database: MemoryDatabase, act: Act, channel: number, { loginId, mandateId }: Person): MemoryAct {
  const section = database.sectionOf(channel);
  const change = (from: Phase, to: Phase): void => {
    if (section.phase === from) Object.assign(section, { phase: to, phaseChangedAt: database.now() });
  };
  const ofSection = { of: 'section', key: channel } as const;
  switch (act) {
    case 'freeze':
      return { lock: ofSection, change: () => change('drafting', 'consultation') };
    case 'reopen':
      return { lock: ofSection, change: () => change('consultation', 'drafting') };
    case 'remove section':
      return { lock: ofSection, change: () => void (section.isRemoved = true) };
    case 'remove drafter':
      return { lock: ofSection, change: () => void section.drafters.delete(mandateId) };
    case 'name drafter':
      return { lock: ofSection, change: () => void section.drafters.add(mandateId) };
    case 'renew epoch':
      return { lock: ofSection, change: () => database.renewEpoch(channel) };
    case 'withdraw':
      return { lock: { of: 'mandate', key: mandateId }, change: () => void Object.assign(database.mandates.get(mandateId) ?? {}, { withdrawnAt: database.now() }) };
    case 'sign out':
      return { lock: { of: 'login', key: loginId }, change: () => void Object.assign(database.logins.get(loginId) ?? {}, { isEnded: true }) };
  }
}
