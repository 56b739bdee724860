import { contentHash, hashOfDocument } from '@expert-forum/collab';
import type { PublicationPreview } from '@expert-forum/contracts';
import request from 'supertest';
import * as Y from 'yjs';
import { verifyLedger } from '../../src/platform/ledger/verify-ledger.js';
import { startPublishing, type Publishing } from './publications.fixture.js';

describe('publications', () => {
  let publishing: Publishing;
  let sections: { agreed: string; other: string; open: string; referendum: string };
  beforeAll(async () => {
    publishing = await startPublishing();
    sections = {
      agreed: await publishing.addSection('Agreed', 'agreed'),
      open: await publishing.addSection('Open', 'drafting'),
      referendum: await publishing.addSection('Referendum', 'agreed', true),
      other: await publishing.addSection('Other', 'agreed'),
    };
  });
  afterAll(() => publishing.forum.stop());

  const page = (path: string): request.Test => request(publishing.forum.url).get(path);

  it('[PU1] [PU2] the preview shows what is in and why the rest is not, to moderator and rapporteur alike', async () => {
    const { forum, rapporteur, moderator, documentId } = publishing;
    const seen = await publishing.preview([sections.other]);
    expect(seen.sections.map(({ id }) => id)).toEqual([sections.agreed]);
    expect(seen.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      [sections.open, 'not-agreed'],
      [sections.referendum, 'ad-referendum'],
      [sections.other, 'by-choice'],
    ]);
    expect(seen).toMatchObject({ number: 1, supersedes: null });
    const path = `documents/${documentId}/publication-preview`;
    expect((await forum.ask(rapporteur, 'GET', path)).body).toEqual((await forum.ask(moderator, 'GET', path)).body);
  });

  it('[PU3] sealing wants the slug typed once more, and a moderator', async () => {
    const { digest } = await publishing.preview();
    expect((await publishing.seal('first-issue', { digest, confirmation: 'first' })).body).toMatchObject({ code: 'confirmation-differs' });
    for (const slug of ['ab', 'Upper', 'double--hyphen', '-edge', 'x'.repeat(61), 'a/b']) {
      expect((await publishing.seal(slug, { digest })).body).toMatchObject({ code: 'input-invalid' });
    }
    const { forum, rapporteur, documentId } = publishing;
    expect((await forum.ask(rapporteur, 'POST', `documents/${documentId}/publications`, {})).body).toMatchObject({ code: 'not-allowed' });
    expect((await forum.ask(null, 'GET', 'publications').expect(200)).body).toEqual([]);
  });

  it('[PU2] what moved since the preview is not sealed', async () => {
    const { digest } = await publishing.preview();
    expect((await publishing.seal('first-issue', { digest, keptBack: [sections.other] })).body).toMatchObject({ code: 'preview-outdated', status: 409 });
  });

  describe('once sealed', () => {
    let seen: PublicationPreview;
    beforeAll(async () => {
      seen = await publishing.preview([sections.other]);
      await publishing.seal('first-issue', { digest: seen.digest, keptBack: [sections.other] }).expect(201, { number: 1, slug: 'first-issue' });
    });

    it('[PU1] nothing that is not agreed, and nothing kept back, is in any answer', async () => {
      const answers = [await page('/en/p'), await page('/en/p/first-issue'), await page('/api/v1/publications'), await page('/api/v1/publications/first-issue.json')];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      for (const { text } of answers) expect(text).not.toMatch(/of (Open|Referendum|Other)|"(Open|Referendum|Other)"/);
      expect(answers[1]?.text).toContain('First of Agreed.');
    });

    it('[PU4] sections keep the revision that was published, and are published', async () => {
      const { forum } = publishing;
      const [row] = await forum.dataSource.query(
        `SELECT phase, revision.hash, content FROM publication_section JOIN section ON section.id = section_id
           JOIN revision ON revision.id = revision_id JOIN publication ON publication.id = publication_id`,
      );
      const updates: { body: Buffer }[] = await forum.dataSource.query('SELECT body FROM section_update JOIN section USING (channel) WHERE id = $1 ORDER BY seq', [sections.agreed]);
      const text = new Y.Doc();
      for (const { body } of updates) Y.applyUpdate(text, body);
      expect([row.phase, row.hash]).toEqual(['published', contentHash(text)]);
      const [section] = JSON.parse(row.content).chapters[0].sections;
      expect([section.hash, hashOfDocument(section.document)]).toEqual([row.hash, row.hash]);
      expect(await verifyLedger(forum.dataSource)).toMatchObject({ fault: null });
      expect(await forum.dataSource.query("SELECT FROM ledger WHERE verb = 'publication:sealed'")).toHaveLength(1);
    });

    it.each(['UPDATE publication SET title = title', 'DELETE FROM publication', 'DELETE FROM publication_section', 'UPDATE signing_key SET id = id'])(
      '[PU5] the database refuses %s',
      async (statement) => {
        await expect(publishing.forum.dataSource.query(statement)).rejects.toThrow('append-only');
      },
    );

    it('[PU7] its page has no script, no cookie, permalinks, citation, hash and disclaimer', async () => {
      const { text, headers } = await page('/ru/p/first-issue');
      const { hash } = await publishing.sealed('first-issue');
      expect(text).toContain('<html lang="ru">');
      expect(text).toContain('>Экспертный форум</a>');
      expect(text).not.toMatch(/<script|\son\w+=/);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['link']).toBe('</api/v1/publications/first-issue.json>; rel="alternate"');
      for (const part of ['id="p1.1.1"', 'href="#p1.1.2"', hash, 'Промежуточный текст', 'lang="en"', 'class="disclaimer"', 'class="cite"']) expect(text).toContain(part);
    });

    it('[PU7] an address that leads nowhere shows what there is, with 404', async () => {
      const { status, text } = await page('/en/p/never-was');
      expect([status, text.includes('/en/p/first-issue')]).toEqual([404, true]);
      expect((await page('/xx/p/first-issue')).status).toBe(404);
    });

    it('[PU10] whoever has the page is told that it is still the same', async () => {
      const { headers } = await page('/en/p/first-issue');
      expect((await page('/en/p/first-issue').set('If-None-Match', headers['etag'] ?? '')).status).toBe(304);
    });

    it('[PU5] a further one takes its place, which the first then says; no slug is used twice', async () => {
      const { digest, number, supersedes } = await publishing.preview();
      expect([number, supersedes]).toEqual([2, { number: 1, slug: 'first-issue' }]);
      expect((await publishing.seal('first-issue', { digest })).body).toMatchObject({ code: 'slug-taken' });
      await publishing.seal('second-issue', { digest, isCorrection: true }).expect(201);
      expect((await page('/en/p/first-issue')).text).toContain('href="/en/p/second-issue"');
      expect((await page('/api/v1/publications')).body).toMatchObject([
        { number: 2, isCorrection: true, supersededBy: null },
        { number: 1, supersededBy: 'second-issue' },
      ]);
      const { content } = await publishing.sealed('second-issue');
      expect(content.supersedes).toEqual({ number: 1, slug: 'first-issue', hash: (await publishing.sealed('first-issue')).hash });
    });

    it('[PU5] of two sealed at once each has a number of its own', async () => {
      const { digest } = await publishing.preview();
      const answers = await Promise.all(['third-issue', 'fourth-issue'].map((slug) => publishing.seal(slug, { digest })));
      expect(answers.map(({ body }) => body.number).sort()).toEqual([3, 4]);
    });
  });
});
