import { PHASES } from '../outline/phase.js';
import { ROLES, type Role } from '../people/role.js';
import { mayBringBack, mayNameRevision, mayReadHistory, mayRestore } from './history-policy.js';
import { isQuietPoint } from './quiet-point.js';

const rolesThat = (may: (role: Role) => boolean): Role[] => ROLES.filter(may);
const [stranger, drafter, rapporteur] = [
  { isDrafter: false, isRapporteur: false },
  { isDrafter: true, isRapporteur: false },
  { isDrafter: false, isRapporteur: true },
];

describe('the rights to a history', () => {
  it('[HI2] lets moderators read every history, and those who write a section its own', () => {
    expect(rolesThat((role) => mayReadHistory({ role }, stranger).ok)).toEqual(['moderator']);
    expect(rolesThat((role) => mayReadHistory({ role }, drafter).ok)).toEqual(['moderator', 'focal_point', 'expert']);
    expect(rolesThat((role) => mayReadHistory({ role }, rapporteur).ok)).toEqual(['moderator', 'rapporteur']);
  });

  it('[HI4] lets moderators and the rapporteur of a section name its revisions', () => {
    expect(rolesThat((role) => mayNameRevision({ role }, stranger).ok)).toEqual(['moderator']);
    expect(rolesThat((role) => mayNameRevision({ role }, rapporteur).ok)).toEqual(['moderator', 'rapporteur']);
  });

  it('[HI9] lets moderators alone restore, where text may change', () => {
    expect(rolesThat((role) => mayRestore({ role }, 'drafting').ok)).toEqual(['moderator']);
    expect(PHASES.filter((phase) => mayRestore({ role: 'moderator' }, phase).ok)).toEqual(['drafting', 'negotiation']);
  });

  it('[HI14] lets those who may type bring back what was just deleted, and nothing else', () => {
    expect(rolesThat((role) => mayBringBack({ role }, 'deletion', { ...drafter, phase: 'drafting' }).ok)).toEqual(['moderator', 'focal_point', 'expert']);
    expect(rolesThat((role) => mayBringBack({ role }, 'deletion', { ...rapporteur, phase: 'drafting' }).ok)).toEqual(['moderator', 'rapporteur']);
    expect(rolesThat((role) => mayBringBack({ role }, 'deletion', { ...drafter, phase: 'negotiation' }).ok)).toEqual(['moderator']);
    expect(rolesThat((role) => mayBringBack({ role }, 'named', { ...drafter, phase: 'drafting' }).ok)).toEqual(['moderator']);
  });
});

describe('a quiet point', () => {
  const now = new Date('2026-06-01T12:00:00Z');
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

  it('[HI3] is a pause of ten minutes after at least twenty changes', () => {
    expect(isQuietPoint({ lastAt: ago(10), updates: 20 }, now)).toBe(true);
    expect(isQuietPoint({ lastAt: ago(9), updates: 20 }, now)).toBe(false);
    expect(isQuietPoint({ lastAt: ago(600), updates: 19 }, now)).toBe(false);
  });
});
