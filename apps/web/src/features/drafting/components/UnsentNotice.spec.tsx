import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { SectionConnection, SectionStatus } from '@expert-forum/collab/client';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { UnsentNotice } from './UnsentNotice.js';

afterEach(cleanup);

const common = { receivedAt: null, unsent: 1, isEditable: true, hasText: true };

/** A section of which only its status is looked at. */
async function show(status: SectionStatus): Promise<jest.Mock<SectionConnection['unsentText']>> {
  const unsentText = jest.fn<SectionConnection['unsentText']>().mockResolvedValue([{ sectionId: 's', speakingAs: 'm', at: 0, textBefore: '', textAfter: 'Typed.' }]);
  const section: Partial<SectionConnection> = { statusDetails: status, on: () => () => undefined, unsentText };
  await renderInEnglish(<UnsentNotice section={section as SectionConnection} />);
  return unsentText;
}

describe('text that waits for its receipt', () => {
  it('[P2] is offered for download after ten seconds on a line that is up', async () => {
    URL.createObjectURL = jest.fn<typeof URL.createObjectURL>().mockReturnValue('#unsent');
    URL.revokeObjectURL = jest.fn<typeof URL.revokeObjectURL>();
    const unsentText = await show({ ...common, word: 'synced', oldestUnsentAt: Date.now() - 10_000 });
    await userEvent.click(screen.getByRole('button', { name: 'Download the unsent text' }));
    expect(unsentText).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is young', { ...common, word: 'synced', oldestUnsentAt: Date.now() - 9_000 }],
    ['waits for a line', { ...common, word: 'offline', since: 0, oldestUnsentAt: Date.now() - 60_000 }],
    ['is not there', { ...common, unsent: 0, word: 'synced', oldestUnsentAt: null }],
  ] as const)('[P2] is not spoken of while it %s', async (_title, status) => {
    await show(status);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
