import { cssString } from './export-style.js';
import { block, doc, exportedSection, exportedWhole, section, words } from './exported.fixture.js';
import { renderExport } from './render-export.js';

/** The words of a page, without its style. */
const read = (page: string): string => page.replace(/<style>.*<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('a section as a page of its own', () => {
  it('[EX2] says where it stands, in which phase, of what time and by which hash, and whose position it is not', () => {
    const page = read(renderExport(exportedSection()));
    for (const said of ['A forum', 'A strategy', '5 Digital', '5.1 Digital Hub', 'Цифровой узел', 'デジタル・ハブ', 'Drafting', 'after change 12', 'a'.repeat(64), 'English']) {
      expect(page).toContain(said);
    }
    expect(page).toContain('23 November 2026 at 15:42 GMT+9 · in Tashkent 23 November 2026 at 11:42 GMT+5');
    expect(page.match(/no government’s position/g)).toHaveLength(2);
  });

  it('[EX2] stands under the banner in a demonstration', () => {
    expect(renderExport(exportedSection())).not.toContain('class="banner"');
    expect(renderExport(exportedSection({ banner: { en: 'Figures are illustrative' } }))).toContain('<p class="banner">Figures are illustrative</p>');
  });

  it.each(['ru', 'ja'] as const)('[EX2] says in %s what surrounds the text, and that the text is in English', (language) => {
    const page = renderExport(exportedSection({ language }));
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain('<div class="text" lang="en">');
    expect(page).not.toContain('Text as of');
  });

  it('[EX4] loads nothing and runs nothing', () => {
    const page = renderExport(exportedSection());
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
    expect(page).toContain('<p id="p5.1.1"><a class="number" href="#p5.1.1">1</a>The Hub is shared.</p>');
  });

  it('[EX4] takes no title and no word for markup, in the style as little as in the page', () => {
    const title = { en: '</style><script>alert(1)</script>"\\' };
    const page = renderExport(exportedWhole({ document: title, chapters: [{ number: '1', title, sections: [section({ title, document: doc(block('paragraph', words('<b>'))) })] }] }));
    expect(page).not.toContain('<script');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('&lt;b&gt;');
    expect(cssString('a"<\n')).toBe('"a\\22 \\3c \\a "');
  });

  it('[EX6] carries head, hash and number of the page onto paper, and says what is not agreed', () => {
    const headOf = (page: string): string | undefined => /@top-left \{ content: "([^"]*)"/.exec(page)?.[1];
    expect(headOf(renderExport(exportedSection()))).toBe('5.1 · Drafting – not agreed');
    expect(headOf(renderExport(exportedSection({ section: section({ phase: 'agreed' }) })))).toBe('5.1 · Agreed');
    expect(headOf(renderExport(exportedSection({ section: section({ phase: 'agreed', isAdReferendum: true }) })))).toBe('5.1 · Agreed ad referendum – not agreed');
    expect(headOf(renderExport(exportedWhole()))).toBe('A strategy – not agreed');
    const page = renderExport(exportedWhole());
    expect(page).toMatch(/size: A4/);
    expect(page).toContain(`@bottom-left { content: "${'b'.repeat(64)}"`);
    expect(page).toMatch(/@bottom-right \{ content: counter\(page\) " \/ " counter\(pages\)/);
  });

  it('[EX8] says how many changes of this device are in it that the forum does not have', () => {
    expect(read(renderExport(exportedSection()))).not.toContain('not yet received');
    expect(read(renderExport(exportedSection({ unsent: 2 })))).toContain('Includes 2 changes on this device not yet received');
  });

  it('says so where nothing is written', () => {
    expect(read(renderExport(exportedSection({ section: section({ document: doc({ type: 'paragraph' }) }) })))).toContain('Nothing is written here yet.');
  });
});

describe('a whole text as a page of its own', () => {
  it('[EX1] [EX2] holds its chapters and sections in order, and lists phase, change and hash of each', () => {
    const page = read(renderExport(exportedWhole()));
    const order = ['Contents', '4 Connectivity', '4.1 Roads', '5 Digital', '5.1 Digital Hub', 'About this file', 'Sections in this file', '4.1 Agreed · after change 12'];
    const places = order.map((said) => page.lastIndexOf(said));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place > 0)).toBe(true);
  });

  it('[EX7] made offline it says so, how old each section is, and which are missing', () => {
    const page = read(renderExport(exportedWhole({ isOfflineCopy: true, missing: [{ number: '6.1', title: { en: 'Water' } }] })));
    expect(page).toContain('Made from the copy on this device');
    expect(page).toContain('after change 12 · 23 November 2026 at 15:42 GMT+9');
    expect(page).toContain('no copy on this device 6.1 Water');
  });
});
