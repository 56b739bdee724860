import type { PresenceNews } from '@expert-forum/contracts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ConnectionIdentity } from '../../../platform/auth/logins.js';
import { Presence } from './presence.js';

const identity: ConnectionIdentity = {
  kind: 'mandate',
  loginId: 'l',
  forumId: 'f',
  actor: { memberId: 'm', mandateId: 'm', role: 'expert', centreId: 'c' },
  centreCode: 'KAZ-ISI',
  memberName: 'Aigerim',
  ordinal: 1,
};

describe('presence', () => {
  const slow = new Set<string>();
  let told: { to: string; news: PresenceNews }[];
  let presence: Presence;

  beforeEach(() => {
    jest.useFakeTimers();
    slow.clear();
    told = [];
    presence = new Presence({
      toSection: (news, except) => told.push({ to: `all but ${[...except].sort().join(' ')}`, news }),
      toConnection: (to, news) => told.push({ to, news }),
      keepsUp: (connection) => !slow.has(connection),
    });
    for (const connection of ['a', 'b', 'c']) presence.enter(1, connection, identity);
    jest.runOnlyPendingTimers();
    told = [];
  });
  afterEach(() => {
    presence.stop();
    jest.useRealTimers();
  });

  const tell = (): [string, string[]][] => {
    jest.runOnlyPendingTimers();
    return told.splice(0).map(({ to, news }) => [to, news.people.map(({ connection }) => connection)]);
  };

  it('[R9] gathers what moves in a moment; who moves is told of the others alone', () => {
    presence.move(1, 'a', 1);
    presence.move(1, 'a', 2);
    expect(tell()).toEqual([['all but a', ['a']]]);
    presence.move(1, 'a', 3);
    presence.move(1, 'b', 4);
    expect(tell()).toEqual([
      ['all but a b', ['a', 'b']],
      ['a', ['b']],
      ['b', ['a']],
    ]);
    expect(tell()).toEqual([]);
  });

  it('[R9] never tells of somebody who left before it could', () => {
    presence.move(1, 'a', 1);
    presence.leave(1, 'a');
    jest.runOnlyPendingTimers();
    expect(told).toEqual([{ to: 'all but ', news: { channel: 1, isWhole: false, people: [], gone: ['a'] } }]);
  });

  it('[R16] leaves out who does not keep up, and gives them the whole picture once they do', () => {
    slow.add('c');
    presence.move(1, 'a', 1);
    expect(tell()).toEqual([['all but a c', ['a']]]);
    presence.move(1, 'b', 2);
    expect(tell()).toEqual([['all but b c', ['b']]]);
    slow.clear();
    jest.runOnlyPendingTimers();
    expect(told).toMatchObject([{ to: 'c', news: { isWhole: true, people: [{ connection: 'a', cursor: 1 }, { connection: 'b', cursor: 2 }] } }]);
  });

  it('[ND5] tells of people of other nodes like of its own, and of its own alone to who carries it there', () => {
    const carried: string[] = [];
    presence.follow((_, connection) => carried.push(connection));
    const far = { connection: 'far', label: 'JPN-HDP', colour: 'var(--JPN)', cursor: null };
    presence.hear(1, 'far', far);
    expect(tell()).toEqual([['all but ', ['far']]]);
    presence.hear(1, 'far', { ...far });
    expect(tell()).toEqual([]); // said again, and nothing new
    expect([presence.count(1), presence.find(1, 'far'), presence.own().length]).toEqual([4, null, 3]);
    presence.hear(1, 'far', null);
    jest.runOnlyPendingTimers();
    expect(told.splice(0)).toEqual([{ to: 'all but ', news: { channel: 1, isWhole: false, people: [], gone: ['far'] } }]);
    presence.move(1, 'a', 1);
    presence.leave(1, 'b');
    expect(carried).toEqual(['a', 'b']);
  });

  it('[ND5] keeps who is in a section that nobody here reads, for whoever comes', () => {
    presence.hear(2, 'far', { connection: 'far', label: 'JPN-HDP', colour: 'var(--JPN)', cursor: 7 });
    expect(tell()).toEqual([]);
    presence.enter(2, 'd', identity);
    expect(tell()).toContainEqual(['d', ['far']]);
  });
});
