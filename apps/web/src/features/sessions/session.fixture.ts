import type { AgendaItemView, DecisionView, ItemSectionView, ObjectionCallView, SessionView } from '@expert-forum/contracts';

/** An afternoon in Tashkent. */
export const START = '2026-11-24T09:00:00.000Z';
export const END = '2026-11-24T12:00:00.000Z';

/** So many seconds after the start. */
export const after = (seconds: number): string => new Date(Date.parse(START) + seconds * 1_000).toISOString();

export const section = (id: string, change: Partial<ItemSectionView> = {}): ItemSectionView => ({
  id,
  number: id.replace('s-', ''),
  title: { en: `Section ${id}` },
  phase: 'drafting',
  isAdReferendum: false,
  ...change,
});

export const item = (id: string, change: Partial<AgendaItemView> = {}): AgendaItemView => ({
  id,
  title: { en: `Item ${id}` },
  minutes: 30,
  state: 'pending',
  activatedAt: null,
  outcome: null,
  sections: [],
  decisions: [],
  ...change,
});

export const call = (change: Partial<ObjectionCallView> = {}): ObjectionCallView => ({
  id: 'call-1',
  itemId: 'i-1',
  sectionId: 's-5.4',
  openedAt: after(0),
  closesAt: after(10),
  stoppedAt: null,
  objectingCentre: null,
  seq: 7,
  hash: 'aaaaaaaa11111111',
  ...change,
});

export const decision = (change: Partial<DecisionView> = {}): DecisionView => ({
  id: 'd-1',
  kind: 'agreed',
  at: after(20),
  sectionId: 's-5.4',
  sectionNumber: '5.4',
  sectionTitle: { en: 'Innovation economy' },
  text: null,
  revision: { id: 'r-1', seq: 7, hash: 'aaaaaaaa11111111' },
  centresPresent: ['JPN-HDP', 'UZB-CTP'],
  corrects: null,
  ...change,
});

export const session = (change: Partial<SessionView> = {}): SessionView => ({
  id: 'session-1',
  title: { en: 'Second reading' },
  place: null,
  startsAt: START,
  endsAt: END,
  state: 'open',
  openedAt: START,
  closedAt: null,
  chair: { mandateId: 'm-chair', memberName: 'Rustam V.' },
  items: [],
  call: null,
  floor: [],
  centresPresent: ['JPN-HDP', 'UZB-CTP'],
  centresInForum: 14,
  serverNow: START,
  ...change,
});
