import { jest } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLayoutEffect } from 'react';
import { Unreachable } from '../../../shared/api/problem-error.js';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { wholeText } from '../exported.fixture.js';
import { ExportSheet } from './ExportSheet.js';

const close = (): void => undefined;
let made: { name: string; blob: Blob }[] = [];

beforeEach(() => {
  made = [];
  let last: Blob | null = null;
  Object.assign(URL, { createObjectURL: (blob: Blob) => ((last = blob), 'blob:1'), revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (last !== null) made.push({ name: this.download, blob: last });
  });
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

describe('print or download', () => {
  it('[EX1] says what is in it and hands over a page or a plain text', async () => {
    await renderInEnglish(<ExportSheet gather={async () => wholeText()} onClose={close} />);
    await screen.findByText(/The whole text, 1 section, /);
    await userEvent.click(screen.getByRole('button', { name: 'HTML page' }));
    await screen.findByText('whole-text-2026-11-23.html has been made.');
    await userEvent.click(screen.getByRole('button', { name: 'Plain text' }));
    await screen.findByText('whole-text-2026-11-23.txt has been made.');
    expect(made.map(({ name, blob }) => [name, blob.type])).toEqual([
      ['whole-text-2026-11-23.html', 'text/html;charset=utf-8'],
      ['whole-text-2026-11-23.txt', 'text/plain;charset=utf-8'],
    ]);
  });

  it('[EX7] says before it is made how much of it a device without a line has kept, and makes nothing of nothing', async () => {
    await renderInEnglish(<ExportSheet gather={async () => wholeText({ isOfflineCopy: true, missing: [{ number: '1.2', title: { en: 'b' } }] })} onClose={close} />);
    await screen.findByText(/1 of 2 sections are kept on this device/);
    cleanup();
    await renderInEnglish(<ExportSheet gather={async () => null} onClose={close} />);
    await screen.findAllByText('No text of it is on this device.');
    await userEvent.click(screen.getByRole('button', { name: 'HTML page' }));
    expect(made).toEqual([]);
  });

  it('[EX1] takes no press before it knows what is in it, from the first moment on', async () => {
    const busy: (string | null)[] = [];
    const Look = () => {
      useLayoutEffect(() => void busy.push(...screen.getAllByRole('button', { name: /Print|HTML|Plain/ }).map((each) => each.getAttribute('aria-disabled'))), []);
      return null;
    };
    await renderInEnglish(<><ExportSheet gather={async () => wholeText()} onClose={close} /><Look /></>);
    await screen.findByText(/The whole text, 1 section, /);
    expect(busy).toEqual(['true', 'true', 'true']);
  });

  it('says what went wrong, and tries again when it is pressed', async () => {
    const gather = jest.fn<() => Promise<ReturnType<typeof wholeText>>>().mockRejectedValueOnce(new Unreachable('no answer')).mockResolvedValue(wholeText());
    await renderInEnglish(<ExportSheet gather={gather} onClose={close} />);
    await screen.findByText(/^The Forum cannot be reached/);
    await userEvent.click(screen.getByRole('button', { name: 'Plain text' }));
    await screen.findByText('whole-text-2026-11-23.txt has been made.');
  });
});
