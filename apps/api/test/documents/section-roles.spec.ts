import { PHASES, transition, type Phase } from '@expert-forum/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person, type Place } from '../people/forum.fixture.js';

const DAY = 86_400_000;

let forum: TestForum;
let by: InstallationPerformer;
let moderator: Person;
let secretariat: Person;
let expert: Person;
let centreId: string;
let place: Place;

const code = async (...ask: Parameters<TestForum['ask']>): Promise<string | number> => {
  const { status, body } = await forum.ask(...ask);
  return body.code ?? status;
};
const section = async (id = place.sectionId): Promise<Record<string, unknown>> => (await forum.ask(moderator, 'GET', `sections/${id}`).expect(200)).body;
const name = ({ mandateId }: Person, id = place.sectionId) => code(moderator, 'POST', `sections/${id}/drafters`, { mandateId });
const setRapporteur = ({ mandateId }: Person, id = place.sectionId) => code(moderator, 'PUT', `sections/${id}/rapporteur`, { mandateId });
const changePhase = (to: Phase, id = place.sectionId) => code(moderator, 'POST', `sections/${id}/phase`, { to });
const inDays = (days: number): string => new Date(forum.clock.now().getTime() + days * DAY).toISOString();

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  centreId = await forum.centre(by, 'UZB-CTP');
});
afterAll(() => forum.stop());
beforeEach(async () => {
  moderator = await forum.person(by, { role: 'moderator' });
  secretariat = await forum.person(by, { role: 'secretariat' });
  expert = await forum.person(by, { role: 'expert', centreId });
  place = await forum.section(moderator);
});

describe('the drafters of a section', () => {
  it('[OU12] are focal points and experts, named and removed by a moderator', async () => {
    const focalPoint = await forum.person(by, { role: 'focal_point', centreId });
    expect([await name(expert), await name(focalPoint)]).toEqual([204, 204]);
    const drafters = [expert, focalPoint].map(({ mandateId }) => ({ mandateId, memberName: expect.any(String), centreCode: 'UZB-CTP' }));
    expect((await section()).drafters).toEqual(drafters);
    expect(await code(moderator, 'DELETE', `sections/${place.sectionId}/drafters/${expert.mandateId}`)).toBe(204);
    expect((await section()).drafters).toEqual(drafters.slice(1));
    expect(await code(moderator, 'DELETE', `sections/${place.sectionId}/drafters/${expert.mandateId}`)).toBe('not-found');
  });

  it('[OU12] are named once, also at the same moment', async () => {
    expect((await Promise.all([name(expert), name(expert)])).sort()).toEqual([204, 'drafter-named']);
  });

  it.each(['moderator', 'secretariat', 'rapporteur', 'translator', 'observer'] as const)('[OU12] are never a %s', async (role) => {
    expect(await name(await forum.person(by, { role }))).toBe('drafter-unfit');
  });

  it('[OU12] have a mandate in force in this forum and are not suspended', async () => {
    const foreign = await forum.open();
    const foreigner = await forum.person(foreign, { role: 'expert', centreId: await forum.centre(foreign, 'UZB-FAR') });
    expect(await name(foreigner)).toBe('not-found');
    expect(await name(await forum.person(by, { role: 'expert', centreId, startsAt: inDays(1) }))).toBe('mandate-not-held');
    await forum.ask(secretariat, 'POST', `members/${expert.memberId}/suspension`).expect(204);
    expect(await name(expert)).toBe('member-suspended');
  });

  it('[OU12] are shown while they may act', async () => {
    const [limited, withdrawn] = [await forum.person(by, { role: 'expert', centreId }), await forum.person(by, { role: 'expert', centreId })];
    for (const person of [expert, limited, withdrawn]) await name(person);
    await forum.ask(secretariat, 'POST', `members/${expert.memberId}/suspension`).expect(204);
    await forum.ask(secretariat, 'PATCH', `mandates/${limited.mandateId}`, { endsAt: new Date(forum.clock.now().getTime() + 1_000).toISOString() }).expect(204);
    await forum.ask(secretariat, 'POST', `mandates/${withdrawn.mandateId}/withdrawal`).expect(204);
    expect((await section()).drafters).toEqual([{ mandateId: limited.mandateId, memberName: expect.any(String), centreCode: 'UZB-CTP' }]);
    forum.clock.advance(1_000);
    expect((await section()).drafters).toEqual([]);
    await forum.ask(secretariat, 'DELETE', `members/${expert.memberId}/suspension`).expect(204);
    expect((await section()).drafters).toMatchObject([{ mandateId: expert.mandateId }]);
  });
});

describe('the rapporteur', () => {
  it('[OU14] of a chapter is that of its sections, unless they have their own', async () => {
    const [ofChapter, ofSection] = [await forum.person(by, { role: 'rapporteur' }), await forum.person(by, { role: 'rapporteur' })];
    expect(await setRapporteur(ofChapter, place.chapterId)).toBe(204);
    expect((await section()).rapporteur).toMatchObject({ mandateId: ofChapter.mandateId });
    expect(await setRapporteur(ofSection)).toBe(204);
    expect((await section()).rapporteur).toMatchObject({ mandateId: ofSection.mandateId });
    expect((await section(place.chapterId)).rapporteur).toMatchObject({ mandateId: ofChapter.mandateId });
  });

  it('[OU14] has the mandate of one', async () => {
    expect(await setRapporteur(expert)).toBe('rapporteur-unfit');
    expect(await setRapporteur(await forum.person(await forum.open(), { role: 'rapporteur' }))).toBe('not-found');
    expect(await setRapporteur(await forum.person(by, { role: 'rapporteur', startsAt: inDays(1) }))).toBe('mandate-not-held');
  });
});

describe('a phase', () => {
  it('[OU5] is changed by a moderator, with a reason that the ledger keeps', async () => {
    forum.clock.advance(60_000);
    await forum.ask(moderator, 'POST', `sections/${place.sectionId}/phase`, { to: 'consultation', reason: 'The centres are heard' }).expect(204);
    expect(await section()).toMatchObject({ phase: 'consultation', status: 'open', phaseChangedAt: forum.clock.now().toISOString() });
    const [row] = await forum.dataSource.query('SELECT payload FROM ledger_payload WHERE forum_id = $1 ORDER BY seq DESC LIMIT 1', [by.forumId]);
    expect(row.payload).toEqual({ from: 'drafting', to: 'consultation', at: forum.clock.now().toISOString(), reason: 'The centres are heard', revision: expect.any(String) });
  });

  it.each(PHASES.flatMap((from) => PHASES.map((to): [Phase, Phase] => [from, to])))('[OU6] [OU8] leads from %s to %s as the machine says', async (from, to) => {
    await forum.dataSource.query('UPDATE section SET phase = $2 WHERE id = $1', [place.sectionId, from]);
    const decision = transition({ phase: from, openBrackets: 0, blockingPositions: 0 }, to, 'act');
    expect(await changePhase(to)).toBe(decision.ok ? 204 : decision.problem);
    expect((await section()).phase).toBe(decision.ok ? to : from);
  });

  it('[OU8] is changed once when two change it at the same moment', async () => {
    expect((await Promise.all([changePhase('consultation'), changePhase('consultation')])).sort()).toEqual([204, 'transition-unknown']);
  });

  it('[OU15] and drafters are a section’s, for a chapter has no text', async () => {
    expect(await changePhase('consultation', place.chapterId)).toBe('chapter-without-text');
    expect(await name(expert, place.chapterId)).toBe('chapter-without-text');
  });
});
