import { renderBlocks } from './render-blocks.js';

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
});
