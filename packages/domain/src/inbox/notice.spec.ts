import type { Actor, Role } from '../people/role.js';
import { ROLES } from '../people/role.js';
import type { Audience } from '../threads/thread.js';
import { noticesOf, supersededBy, type NoticedAct } from './notice.js';

const actor = (memberId: string, role: Role, centreId: string | null = null, mandateId = memberId): Actor => ({ memberId, mandateId, role, centreId });
const opener = actor('opener', 'expert', 'own');
const writer = actor('writer', 'expert', 'other');
const colleague = actor('colleague', 'focal_point', 'own');
const moderator = actor('moderator', 'moderator');
const secretary = actor('secretary', 'secretariat');
const everybody = [opener, writer, colleague, moderator, secretary];
const FORUM: Audience = { visibility: 'forum' };
const CENTRE: Audience = { visibility: 'centre', centreId: 'own' };

const told = (act: NoticedAct, by: string | null, standing: readonly Actor[] = everybody): Record<string, string> =>
  Object.fromEntries(noticesOf(act, by, standing).map(({ mandateId, kind }) => [mandateId, kind]));
const commented = (change: Partial<Extract<NoticedAct, { kind: 'commented' }>> = {}): NoticedAct => ({
  kind: 'commented',
  audience: FORUM,
  mentioned: [],
  participants: ['opener', 'writer'],
  ...change,
});

describe('who is told of a comment', () => {
  it('[IN1] [IN3] is whoever opened the thread or wrote in it, and never its author', () => {
    expect(told(commented(), 'writer')).toEqual({ opener: 'replied' });
    expect(told(commented(), 'moderator')).toEqual({ opener: 'replied', writer: 'replied' });
  });

  it('[IN1] [IN5] is whoever it mentions, once', () => {
    expect(told(commented({ mentioned: ['opener', 'secretary'] }), 'writer')).toEqual({ opener: 'mentioned', secretary: 'mentioned' });
  });

  it('[IN3] is not oneself under another mandate', () => {
    const second = actor('writer', 'translator', null, 'writer as translator');
    expect(told(commented({ mentioned: ['writer'] }), 'writer', [...everybody, second])).toEqual({ opener: 'replied' });
  });

  it('[IN2] is a member under each mandate that may read it', () => {
    const second = actor('colleague', 'translator', null, 'colleague as translator');
    const standing = [...everybody, second];
    const mentioned = ['colleague'];
    expect(told(commented({ mentioned, participants: [] }), 'writer', standing)).toEqual({ colleague: 'mentioned', 'colleague as translator': 'mentioned' });
    expect(told(commented({ mentioned, participants: [], audience: CENTRE }), 'opener', standing)).toEqual({ colleague: 'mentioned' });
  });

  it('[IN4] is nobody outside the centre whose thread it is, whoever is mentioned or wrote in it', () => {
    const act = commented({ audience: CENTRE, mentioned: everybody.map(({ memberId }) => memberId), participants: everybody.map(({ mandateId }) => mandateId) });
    expect(told(act, 'opener')).toEqual({ colleague: 'mentioned' });
  });

  it('[IN4] is nobody whose mandate is not in force: who is not standing is not asked', () => {
    expect(told(commented(), 'moderator', [writer])).toEqual({ writer: 'replied' });
  });
});

describe('who is told of other acts', () => {
  it.each(['thread_resolved', 'thread_reopened'] as const)('[IN1] [IN3] %s: whoever opened the thread', (kind) => {
    expect(told({ kind, audience: FORUM, openedBy: 'opener' }, 'moderator')).toEqual({ opener: kind });
    expect(told({ kind, audience: FORUM, openedBy: 'opener' }, 'opener')).toEqual({});
    expect(told({ kind, audience: CENTRE, openedBy: 'writer' }, 'opener')).toEqual({});
  });

  it.each(['drafter_named', 'rapporteur_named'] as const)('[IN1] %s: who was named', (kind) => {
    expect(told({ kind, mandateId: 'writer' }, 'moderator')).toEqual({ writer: kind });
    expect(told({ kind, mandateId: 'writer' }, null)).toEqual({ writer: kind });
  });

  it.each(['phase_changed', 'decided'] as const)('[IN1] [IN3] %s: drafters and rapporteur', (kind) => {
    expect(told({ kind, own: ['opener', 'writer'] }, 'moderator')).toEqual({ opener: kind, writer: kind });
    expect(told({ kind, own: ['opener', 'writer'] }, 'writer')).toEqual({ opener: kind });
  });

  it.each(['session_planned', 'session_changed', 'session_opened'] as const)('[IN1] %s: whoever may speak there or run it', (kind) => {
    const standing = ROLES.map((role) => actor(role, role));
    expect(Object.keys(told({ kind }, null, standing))).toEqual(['moderator', 'rapporteur', 'focal_point', 'expert']);
    expect(Object.keys(told({ kind }, 'moderator', standing))).toEqual(['rapporteur', 'focal_point', 'expert']);
  });
});

describe('kinds of notices', () => {
  it('[IN6] give way to a newer one about the same matter, but comments to none', () => {
    expect(supersededBy('mentioned')).toEqual([]);
    expect(supersededBy('replied')).toEqual([]);
    expect(supersededBy('session_opened')).toEqual(['session_planned', 'session_changed', 'session_opened']);
    expect(supersededBy('decided')).toEqual(['phase_changed', 'decided']);
    expect(supersededBy('thread_reopened')).toEqual(['thread_resolved', 'thread_reopened']);
  });
});
