import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

let forum: TestForum;
let by: InstallationPerformer;
let moderator: Person;

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  moderator = await forum.person(by, { role: 'moderator' });
});
afterAll(() => forum.stop());

describe('candidates for drafting', () => {
  it('[OU13] are the focal points, experts and rapporteurs in force, without addresses', async () => {
    const centreId = await forum.centre(by, 'UZB-CTP');
    const expert = await forum.person(by, { role: 'expert', centreId });
    const focalPoint = await forum.person(by, { role: 'focal_point', centreId });
    const rapporteur = await forum.person(by, { role: 'rapporteur' });
    const day = 86_400_000;
    const at = (days: number): string => new Date(forum.clock.now().getTime() + days * day).toISOString();
    await forum.person(by, { role: 'expert', centreId, startsAt: at(1) });
    await forum.person(by, { role: 'expert', centreId, startsAt: at(-2), endsAt: at(-1) });
    const suspended = await forum.person(by, { role: 'expert', centreId });
    await forum.dataSource.query('UPDATE member SET suspended_at = now() WHERE id = $1', [suspended.memberId]);
    const withdrawn = await forum.person(by, { role: 'expert', centreId });
    await forum.dataSource.query('UPDATE mandate SET withdrawn_at = now() WHERE id = $1', [withdrawn.mandateId]);
    await forum.person(by, { role: 'translator' });
    await forum.person(await forum.open(), { role: 'rapporteur' });
    const { status, body } = await forum.ask(moderator, 'GET', 'drafting-candidates');
    expect(status).toBe(200);
    expect(body).toEqual([
      { mandateId: expert.mandateId, memberName: 'Person 2', role: 'expert', centreCode: 'UZB-CTP' },
      { mandateId: focalPoint.mandateId, memberName: 'Person 3', role: 'focal_point', centreCode: 'UZB-CTP' },
      { mandateId: rapporteur.mandateId, memberName: 'Person 4', role: 'rapporteur', centreCode: null },
    ]);
  });
});
