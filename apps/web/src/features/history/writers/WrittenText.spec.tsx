import { afterEach, describe, expect, it } from '@jest/globals';
import type { AuthorshipView } from '@expert-forum/contracts';
import { cleanup } from '@testing-library/react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { WrittenText } from './WrittenText.js';

afterEach(cleanup);

const at = '2026-11-23T15:42:00Z';
const run = (text: string, writer: number | null) => ({ text, writer, at, mover: null });
const authorship: AuthorshipView = {
  epoch: 1,
  seq: 3,
  at,
  writers: [{ memberName: 'Gulnora Q.', centreCode: 'UZB-SES', role: 'focal_point' }],
  blocks: [{ id: 'p-1', name: 'paragraph', level: null, within: null, runs: [run('Guilds teach.', null), run(' Yurts travel.', 0), run(' ', null)] }],
};

describe('the text with its writers', () => {
  it('[HI9] has the sign of a writer directly before the words, and the space between two writers before it', async () => {
    const { container } = await renderInEnglish(<WrittenText authorship={authorship} isColoured />);
    expect([...container.querySelectorAll('[data-run]')].map(({ textContent }) => textContent)).toEqual(['ForumGuilds teach.', ' UZB-SESYurts travel.', 'Forum ']);
  });
});
