import { arrangeHome, splitHome, waitingFor, type HomeFact } from './home.js';

const NOW = new Date(Date.UTC(2026, 10, 24, 9));
const HOUR = 3_600_000;
const inHours = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR);

type Named = HomeFact & { readonly name: string };
const session = (name: string, hours: number, state: 'planned' | 'open' | 'suspended' = 'planned'): Named => ({ kind: 'session', state, at: inHours(hours), name });
const other = (kind: 'notice' | 'drafting' | 'threads', name: string, hours = -24): Named => ({ kind, at: inHours(hours), name });

const order = (...items: Named[]): string[] => arrangeHome(items, NOW).map(({ name }) => name);

describe('the list of the first screen', () => {
  it('[IN16] begins with what takes place, then what begins within two days', () => {
    expect(order(session('tomorrow', 24), session('interrupted', -1, 'suspended'), session('today', 1), session('open', -2, 'open'))).toEqual([
      'open',
      'interrupted',
      'today',
      'tomorrow',
    ]);
  });

  it('[IN16] goes on with words, sections, comments and later sessions', () => {
    expect(order(session('next week', 168), other('threads', 'comments'), other('drafting', 'section'), other('notice', 'mention'), session('today', 1))).toEqual([
      'today',
      'mention',
      'section',
      'comments',
      'next week',
    ]);
  });

  it('[IN16] lets the three newest words stand before the sections, however many there are', () => {
    const words = [5, 1, 4, 2, 3].map((age) => other('notice', `${age} hours old`, -age));
    expect(order(...words, other('drafting', 'section'))).toEqual(['1 hours old', '2 hours old', '3 hours old', 'section', '4 hours old', '5 hours old']);
  });

  it('[IN16] keeps sections in reading order, however long they wait', () => {
    expect(order(other('drafting', '1.1', -1), other('drafting', '2.3', -90), other('drafting', '5.2', -9))).toEqual(['1.1', '2.3', '5.2']);
  });

  it('[IN16] shows seven first and the others later', () => {
    const { first, later } = splitHome(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
    expect([first.length, later]).toEqual([7, ['h', 'i']]);
    expect(splitHome(['a'])).toEqual({ first: ['a'], later: [] });
  });
});

describe('a section', () => {
  const facts = { phase: 'drafting', isDrafter: false, isRapporteur: false, openThreads: 0 } as const;

  it('[IN15] waits in drafting for the text of its drafters and its rapporteur', () => {
    expect(waitingFor({ role: 'expert' }, { ...facts, isDrafter: true })).toBe('drafting');
    expect(waitingFor({ role: 'rapporteur' }, { ...facts, isRapporteur: true, openThreads: 2 })).toBe('drafting');
    expect(waitingFor({ role: 'expert' }, { ...facts, isDrafter: true, phase: 'consultation' })).toBeNull();
    expect(waitingFor({ role: 'expert' }, facts)).toBeNull();
  });

  it('[IN15] waits for the answers of its rapporteur and of moderators to comments', () => {
    const asked = { ...facts, openThreads: 1 };
    expect(waitingFor({ role: 'moderator' }, asked)).toBe('threads');
    expect(waitingFor({ role: 'rapporteur' }, { ...asked, isRapporteur: true, phase: 'consultation' })).toBe('threads');
    expect(waitingFor({ role: 'rapporteur' }, asked)).toBeNull();
    expect(waitingFor({ role: 'focal_point' }, { ...asked, isDrafter: true, phase: 'consultation' })).toBeNull();
    expect(waitingFor({ role: 'moderator' }, facts)).toBeNull();
  });
});
