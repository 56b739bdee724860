import { afterEach, describe, expect, it } from '@jest/globals';
import { contentHash, hashOfDocument } from '@expert-forum/collab';
import type { SectionConnection } from '@expert-forum/collab/client';
import type { Editor } from '@tiptap/core';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { offlineSection } from '../connection/section.fixture.js';
import { toolbarState } from '../editor/toolbar-state.js';
import { SectionEditor } from './SectionEditor.js';

let section: SectionConnection;
afterEach(async () => {
  cleanup();
  await section.destroy();
});

async function show(...blocks: string[]): Promise<HTMLElement> {
  section = await offlineSection({ blocks });
  await renderInEnglish(<SectionEditor section={section} label="Text of section 5.2" reading="Reading" door={null} news={null} targets={{ sectionId: 's-0000000000', sections: [], onPressed: () => undefined }} />);
  return screen.getByRole('textbox', { name: 'Text of section 5.2' });
}

const tool = (name: string): HTMLElement => screen.getByRole('button', { name });
const selectAll = (text: HTMLElement): void => {
  text.focus();
  fireEvent.keyDown(text, { key: 'a', code: 'KeyA', ctrlKey: true });
};

describe('the text of a section', () => {
  it('has a label, a language and the numbers of its paragraphs', async () => {
    const text = await show('one', '', 'two');
    expect(text.lang).toBe('en');
    expect([...text.children].map((block) => block.getAttribute('data-number'))).toEqual(['1', null, '2']);
  });

  it('[R2] shows what has the content hash of the shared text', async () => {
    let editor: Editor | null = null;
    section = await offlineSection({ blocks: ['one', '', 'two'] });
    await renderInEnglish(<SectionEditor section={section} label="Text" reading="Reading" door={null} news={null} onEditor={(made) => (editor = made ?? editor)} targets={{ sectionId: 's-0000000000', sections: [], onPressed: () => undefined }} />);
    selectAll(screen.getByRole('textbox', { name: 'Text' }));
    await userEvent.click(tool('Bold'));
    const shown = (editor as Editor | null)?.state.doc.toJSON();
    expect(hashOfDocument(shown)).toBe(contentHash(section.doc));
  });

  it('[R17] gives its tools nothing to do when its document is replaced and it is gone', async () => {
    const made: Editor[] = [];
    section = await offlineSection({ blocks: ['one'] });
    await renderInEnglish(<SectionEditor section={section} label="Text" reading="Reading" door={null} news={null} onEditor={(editor) => editor && made.push(editor)} targets={{ sectionId: 's-0000000000', sections: [], onPressed: () => undefined }} />);
    const [editor] = made;
    editor?.destroy();
    expect(editor && toolbarState(editor)).toMatchObject({ style: 'paragraph', canUndo: false, canRedo: false });
  });

  it('[R11] gives its tools what holds at the selection', async () => {
    const text = await show('one');
    selectAll(text);
    expect(tool('Bold').getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(tool('Bold'));
    expect(tool('Bold').getAttribute('aria-pressed')).toBe('true');
    expect(text.innerHTML).toContain('<strong>one</strong>');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Paragraph style' }), 'Heading 2');
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('one');
  });

  it('offers undo when there is something of one’s own to take back', async () => {
    const text = await show('one');
    expect(tool('Undo own change').getAttribute('aria-disabled')).toBe('true');
    selectAll(text);
    await userEvent.click(tool('Italic'));
    expect(tool('Undo own change').getAttribute('aria-disabled')).toBeNull();
    await userEvent.click(tool('Undo own change'));
    expect(text.innerHTML).not.toContain('<em>');
    expect(tool('Redo own change').getAttribute('aria-disabled')).toBeNull();
  });

  it('has one stop of the Tab key among its tools, and arrows between them', async () => {
    await show('one');
    const tools = screen.getByRole('toolbar').querySelectorAll<HTMLElement>('button, select');
    expect([...tools].filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    tools[0]?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(tool('Redo own change'));
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(document.activeElement).toBe(tool('Bold'));
    expect(tool('Bold').tabIndex).toBe(0);
  });

  it('leads from the text to the tools and back by keys', async () => {
    const text = await show('one');
    text.focus();
    fireEvent.keyDown(text, { key: 'F10', altKey: true });
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Paragraph style' }));
  });

  it('[R11] refuses an address that the text may not link to', async () => {
    const text = await show('one');
    selectAll(text);
    await userEvent.click(tool('Link'));
    await userEvent.type(screen.getByLabelText('Address'), 'javascript:alert(1){Enter}');
    expect(screen.getByText('This is not an address the text may link to.')).toBeDefined();
    await userEvent.clear(screen.getByLabelText('Address'));
    await userEvent.type(screen.getByLabelText('Address'), 'forum.example{Enter}');
    expect(text.querySelector('a')?.getAttribute('href')).toBe('https://forum.example');
  });
});
