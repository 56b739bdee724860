import { referencesAmong } from './references.js';
import { renderBlocks as render } from './render-blocks.js';

const renderBlocks = (document: Parameters<typeof render>[0], number: string) => render(document, number, referencesAmong([{ id: 's-1', number, document }], 'en'));

const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content: content.map((node) => ({ type: 'text', ...node })) });
const doc = (...content: Parameters<typeof renderBlocks>[0][]) => ({ type: 'doc', content });

describe('the blocks of a published section', () => {
  it('[PU7] numbers paragraphs and gives each the anchor of its permalink', () => {
    const { markup } = renderBlocks(doc(paragraph(text('One')), { type: 'heading', attrs: { level: 1 }, content: [text('Head')] }, paragraph(text('Two'))), '4.3');
    expect(markup).toContain('<p id="p4.3.1"><a class="number" href="#p4.3.1">1</a>One</p>');
    expect(markup).toContain('<h4>Head</h4>');
    expect(markup).toContain('<p id="p4.3.2"><a class="number" href="#p4.3.2">2</a>Two</p>');
  });

  it('[PU7] shows marks, lists, quotations and line breaks', () => {
    const list = { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('item', { type: 'bold' }))] }] };
    const { markup } = renderBlocks(doc(list, { type: 'blockquote', content: [paragraph(text('a'), { type: 'hardBreak' }, text('b', { type: 'italic' }))] }), '1.1');
    expect(markup).toBe('<ol start="3"><li><p><strong>item</strong></p></li></ol>\n<blockquote><p>a<br><em>b</em></p></blockquote>');
  });

  it('[PU8] lets nothing pass for markup, and links only to the web and to mail', () => {
    const link = (href: string) => text('x', { type: 'link', attrs: { href } });
    const { markup } = renderBlocks(doc(paragraph(text('<script>&"')), paragraph(link('javascript:alert(1)')), paragraph(link('https://a.example/?q="&b'))), '1.1');
    expect(markup).toContain('&lt;script&gt;&amp;&quot;');
    expect(markup).not.toContain('javascript:');
    expect(markup).toContain('<a href="https://a.example/?q=&quot;&amp;b" rel="noopener noreferrer">x</a>');
  });

  it('[PU7] shows tables with the cells of their headings', () => {
    const cell = (type: string, words: string) => ({ type, content: [paragraph(text(words))] });
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Who')] }, { type: 'tableRow', content: [cell('tableCell', 'All')] }] };
    expect(renderBlocks(doc(table), '1.1').markup).toBe(
      '<div class="table"><table><tbody><tr><th scope="col"><p>Who</p></th></tr><tr><td><p>All</p></td></tr></tbody></table></div>',
    );
  });

  it('[FN1] numbers footnotes as the text names them, below it, and leaves out what it does not name', () => {
    const mark = (note: string) => ({ type: 'footnoteMark', attrs: { note } });
    const note = (id: string, words: string) => ({ type: 'footnote', attrs: { id }, content: [text(words)] });
    const { markup } = renderBlocks(
      doc({ type: 'paragraph', content: [text('a'), mark('p-b'), mark('p-a'), mark('p-b'), mark('p-gone')] }, note('p-a', 'first <'), note('p-b', 'second'), note('p-c', 'nowhere')),
      '4.3',
    );
    expect(markup).toContain('a<sup id="m4.3.1"><a href="#n4.3.1" role="doc-noteref">1</a></sup><sup id="m4.3.2"><a href="#n4.3.2" role="doc-noteref">2</a></sup><sup><a href="#n4.3.1"');
    expect(markup).toContain(
      '<div class="notes"><p id="n4.3.1" role="doc-footnote"><a href="#m4.3.1" role="doc-backlink">1</a> second</p><p id="n4.3.2" role="doc-footnote"><a href="#m4.3.2" role="doc-backlink">2</a> first &lt;</p></div>',
    );
    expect(markup).not.toContain('nowhere');
  });

  it('[RF1] names paragraphs by the number they have, and says of others that they are elsewhere', () => {
    const reference = (section: string, paragraph: string) => ({ type: 'paragraphReference', attrs: { section, paragraph } });
    const head = { type: 'heading', attrs: { id: 'p-head', level: 1 }, content: [text('Head')] };
    const named = { ...paragraph(text('named')), attrs: { id: 'p-named' } };
    const { markup } = renderBlocks(doc(head, { type: 'paragraph', content: [reference('s-1', 'p-named'), reference('s-1', 'p-head'), reference('s-2', 'p-named')] }, named), '4.3');
    expect(markup).toContain('<a href="#p4.3.2">4.3.2</a><a href="#s4.3">4.3</a>(a paragraph that is not part of this text)</p>');
  });
});
