import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { RevisionSummary } from '@expert-forum/contracts';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import type { TextState } from '../../../features/history/api/states.js';
import { ComparedTexts } from './ComparedTexts.js';

afterEach(cleanup);

const revision = (id: string): TextState => ({
  id,
  revision: { id, sectionId: 's-1', kind: 'named', name: id, epoch: 1, seq: 1, schema: 1, hash: id, createdAt: '2026-11-23T15:42:00Z', keptBy: null } satisfies RevisionSummary,
});
const document = (words: string): object => ({ type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p-1' }, content: [{ type: 'text', text: words }] }] });

/** Answers at once, but for one revision, whose answer is let go. */
function answering(held: string): () => void {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  globalThis.fetch = jest.fn<typeof fetch>(async (asked) => {
    const id = String(asked).split('/').at(-1) ?? '';
    if (id === held) await gate;
    return { ok: true, status: 200, json: async () => ({ hash: `hash of ${id}`, document: document(`words of ${id}`) }) } as Response;
  });
  return letGo;
}

describe('two texts that are compared', () => {
  it('[HI5] [WE4] stay, as they were wished to be shown, until the next two are there', async () => {
    const letGo = answering('c');
    const { rerender } = await renderInEnglish(<ComparedTexts sectionId="s-1" from={revision('a')} to={revision('b')} />);
    await userEvent.click(await screen.findByRole('checkbox'));
    const said = screen.getByRole('status');
    rerender(<ComparedTexts sectionId="s-1" from={revision('b')} to={revision('c')} />);
    expect(screen.getByText('hash of b')).toBeDefined();
    letGo();
    expect(await screen.findByText('hash of c')).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
    expect(screen.getByRole('status')).toBe(said);
  });
});
