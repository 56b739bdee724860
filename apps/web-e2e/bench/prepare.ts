import { randomUUID } from 'node:crypto';
import { newParagraphId, placesOf, RunningText } from '@expert-forum/collab';
import { connectSection, signIn, type SectionConnection } from '@expert-forum/collab/client';
import * as Y from 'yjs';
import { DEMO_PASSWORD, forumUrl } from '../src/forum.js';

/** Sections that Timur drafts; each ends with the same long text. */
export const PLAIN = '5.4';
export const DISCUSSED = '5.2';
export const THREADS = 300;

const PARAGRAPHS = 60;
const SENTENCE = 'The centres agree to exchange what they have learned about water, grids and roads, and to publish it every year. ';
const WRITER = 'timur@chirchik.example';
/** Together they may comment more than 300 times within an hour. */
const COMMENTERS = ['aigerim@saryarka', 'daniyar@saryarka', 'madina@ccs', 'yerlan@ccs', 'nurbek@tienshan', 'cholpon@tienshan', 'gulnora@silkroad', 'mio@hokuto', 'haruka@musashi', 'kenta@musashi'];

/** Makes both texts equally long, and has 300 threads opened in one of them, on words all over the text. */
export async function prepare(): Promise<void> {
  const ids = await sectionIds();
  for (const number of [PLAIN, DISCUSSED]) {
    const section = await open(WRITER, ids.get(number) ?? '');
    section.doc.transact(() => section.doc.getXmlFragment('body').push(Array.from({ length: PARAGRAPHS }, paragraph)));
    await section.saved();
    if (number === DISCUSSED) await discuss(ids.get(number) ?? '', new RunningText(section.doc.getXmlFragment('body')));
    await section.destroy();
  }
}

async function discuss(sectionId: string, text: RunningText): Promise<void> {
  const width = Math.floor(text.string.length / THREADS);
  const perPerson = THREADS / COMMENTERS.length;
  for (const [person, address] of COMMENTERS.entries()) {
    const headers = await headersOf(`${address}.example`);
    for (let index = person * perPerson; index < (person + 1) * perPerson; index += 1) {
      const from = index * width;
      const words = placesOf(text, { from, to: from + 20 });
      const body = JSON.stringify({ key: randomUUID(), body: `A remark on these words, number ${index}.`, mentions: [], visibility: 'forum', words });
      const { ok, status } = await fetch(`${forumUrl()}/api/v1/sections/${sectionId}/threads`, { method: 'POST', headers, body });
      if (!ok) throw new Error(`a thread was not opened: ${status}`);
    }
  }
}

function paragraph(): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.setAttribute('id', newParagraphId());
  element.insert(0, [new Y.XmlText(SENTENCE.repeat(4))]);
  return element;
}

async function open(email: string, sectionId: string): Promise<SectionConnection> {
  const { ticket } = await signIn({ url: forumUrl(), email, password: DEMO_PASSWORD });
  const section = connectSection({ url: forumUrl(), ticket, sectionId });
  await section.synced;
  return section;
}

/** By their numbers. */
async function sectionIds(): Promise<ReadonlyMap<string, string>> {
  const headers = await headersOf(WRITER);
  const ask = async <T>(path: string): Promise<T> => (await fetch(`${forumUrl()}/api/v1/${path}`, { headers })).json();
  const [document] = await ask<{ id: string }[]>('documents');
  const { sections } = await ask<{ sections: { id: string; number: string }[] }>(`documents/${document?.id}/outline`);
  return new Map(sections.map(({ id, number }) => [number, id]));
}

async function headersOf(email: string): Promise<Record<string, string>> {
  const headers = { 'X-Forum-Request': '1', 'Content-Type': 'application/json' };
  const login = await fetch(`${forumUrl()}/api/v1/logins`, { method: 'POST', headers, body: JSON.stringify({ email, password: DEMO_PASSWORD }) });
  const { mandates }: { mandates: { id: string }[] } = await login.json();
  return { ...headers, Cookie: login.headers.getSetCookie().join('; '), 'X-Forum-Mandate': mandates[0]?.id ?? '' };
}
