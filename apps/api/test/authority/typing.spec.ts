import { newParagraphId, SCHEMA_VERSION } from '@expert-forum/collab';
import type { JoinedSection } from '@expert-forum/contracts';
import { actsForCentre, mayType, PHASES, ROLES, type Role } from '@expert-forum/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { RawConnection } from '../drafting/raw-connection.fixture.js';
import { TestForum, type Person, type Place } from '../people/forum.fixture.js';

const RELATIONS = ['drafter', 'rapporteur', 'rapporteur of the chapter', 'neither'] as const;
type Relation = (typeof RELATIONS)[number];

let forum: TestForum;
let by: InstallationPerformer;
let place: Place;
const people = new Map<Role, Person>();
const connections = new Map<Role, RawConnection>();

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not arranged');
  return value;
};

async function connect(person: Person): Promise<RawConnection> {
  const { body } = await forum.ask(person, 'POST', 'tickets', { mandateId: person.mandateId }).expect(201);
  return RawConnection.open(forum.url, { ticket: body.ticket });
}

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  const centreId = await forum.centre(by, 'UZB-CTP');
  for (const role of ROLES) {
    const person = await forum.person(by, { role, ...(actsForCentre(role) && { centreId }) });
    people.set(role, person);
    connections.set(role, await connect(person));
  }
  place = await forum.section(known(people.get('moderator')));
});
afterAll(async () => {
  for (const connection of connections.values()) connection.close();
  await forum.stop();
});

/** Written into the database past all rules: whatever stands there, the role decides. */
async function arrange(mandateId: string, relation: Relation): Promise<void> {
  const { dataSource } = forum;
  await dataSource.query('DELETE FROM drafter');
  await dataSource.query('UPDATE section SET rapporteur_mandate_id = NULL');
  if (relation === 'drafter') await dataSource.query('INSERT INTO drafter VALUES ($1, $2)', [place.sectionId, mandateId]);
  if (relation === 'rapporteur' || relation === 'rapporteur of the chapter') {
    const id = relation === 'rapporteur' ? place.sectionId : place.chapterId;
    await dataSource.query('UPDATE section SET rapporteur_mandate_id = $2 WHERE id = $1', [id, mandateId]);
  }
}

/** An update as a fresh page makes it. */
function oneParagraph(state: Uint8Array, lease: number): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, state);
  doc.clientID = lease;
  const known = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.setAttribute('id', newParagraphId());
  doc.getXmlFragment('body').push([paragraph]);
  return Y.encodeStateAsUpdate(doc, known);
}

/** @returns what joining says of writing, and what writing gets; 'typed' where it was stored */
async function tryToType(connection: RawConnection): Promise<[said: string, got: string]> {
  const joined = await connection.ask<JoinedSection>('section:join', { sectionId: place.sectionId, schema: SCHEMA_VERSION, resume: [], fresh: 1 });
  if (!joined.ok) throw new Error(joined.problem.code);
  connection.joined = joined.value;
  const { mayWrite, granted, state } = joined.value;
  const lease = granted[0] ?? 1;
  const answer = await connection.push([oneParagraph(new Uint8Array(state), lease)], { lease });
  return [mayWrite.ok ? 'typed' : mayWrite.problem, answer.ok ? 'typed' : answer.problem.code];
}

describe.each(PHASES)('typing in the phase %s', (phase) => {
  beforeAll(() => forum.dataSource.query('UPDATE section SET phase = $1', [phase]));

  it.each(ROLES)('[OU10] [OU11] of a %s is judged by the table', async (role) => {
    const got = new Map<Relation, [string, string]>();
    for (const relation of RELATIONS) {
      await arrange(known(people.get(role)).mandateId, relation);
      got.set(relation, await tryToType(known(connections.get(role))));
    }
    const expected = RELATIONS.map((relation): [Relation, [string, string]] => {
      const verdict = mayType({ role }, { phase, isDrafter: relation === 'drafter', isRapporteur: relation.startsWith('rapporteur') });
      const word = verdict.ok ? 'typed' : verdict.problem;
      return [relation, [word, word]];
    });
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(expected));
  });
});

describe('joining', () => {
  it('[PE1] is for every role of the forum, and for none of another', async () => {
    await forum.dataSource.query("UPDATE section SET phase = 'drafting'");
    const foreign = await forum.person(await forum.open(), { role: 'moderator' });
    const connection = await connect(foreign);
    await expect(connection.join(place.sectionId)).rejects.toThrow('not-found');
    connection.close();
    for (const role of ROLES) expect((await known(connections.get(role)).join(place.sectionId)).seq).toBeGreaterThan(0);
  });

  it('[OU4] finds no chapter, which has no text, and no removed section', async () => {
    const moderator = known(people.get('moderator'));
    const connection = known(connections.get('moderator'));
    await expect(connection.join(place.chapterId)).rejects.toThrow('not-found');
    const { sectionId } = await forum.section(moderator);
    await forum.ask(moderator, 'DELETE', `sections/${sectionId}`).expect(204);
    await expect(connection.join(sectionId)).rejects.toThrow('not-found');
  });
});
