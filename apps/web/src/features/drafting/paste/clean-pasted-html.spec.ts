import { cleanPastedHtml } from './clean-pasted-html.js';

const compact = (html: string): string => html.replaceAll(/\s+/g, ' ').replaceAll(/> </g, '><').trim();
const clean = (html: string): string => compact(cleanPastedHtml(html));

const wordItem = (level: number, marker: string, words: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:.5in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
  style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

describe('what is pasted', () => {
  it('from Word: paragraphs that are lists become lists, with their levels', () => {
    const html = `<html><head><style>p.MsoNormal {color:red}</style></head><body><!--StartFragment-->
      <p class=MsoNormal>The Hub is:<o:p></o:p></p>
      ${wordItem(1, '·', 'a network')} ${wordItem(2, 'o', 'of <b>equal</b> nodes')} ${wordItem(2, 'o', 'with a coordinator')} ${wordItem(1, '·', 'open')}
      <p class=MsoNormal>&nbsp;</p>
      ${wordItem(1, '3.', 'third')} ${wordItem(1, '4.', 'fourth')}
      <!--EndFragment--></body></html>`;
    expect(clean(html).replaceAll(/<!--.*?-->|<\/?(span|o:p)>| class="[^"]*"/g, '').replaceAll('> <', '><')).toBe(
      '<p>The Hub is:</p>' +
        '<ul><li><p>a network</p><ul><li><p>of <b>equal</b> nodes</p></li><li><p>with a coordinator</p></li></ul></li><li><p>open</p></li></ul>' +
        '<ol start="3"><li><p>third</p></li><li><p>fourth</p></li></ol>',
    );
  });

  it('from Word: numbers of headings and remarks of reviewers go', () => {
    expect(
      clean(`<h1 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Aims</h1>
        <p>Text<span class=MsoCommentReference>[A1]</span></p><div style='mso-element:comment-list'>Really?</div>`),
    ).toBe('<h1>Aims</h1><p>Text</p>');
  });

  it('from web pages: weight and slant of a run stay, styles of blocks and headings go', () => {
    expect(
      clean(`<h2 style="font-weight:700;color:red">Title <span style="font-weight:700">bold</span></h2>
        <p style="font-weight:bold"><span style="font-weight: 700; color: blue">heavy</span> and <span style="font-style: italic">slanted</span></p>`),
    ).toBe(
      '<h2>Title <span>bold</span></h2><p><span style="font-weight: 700;">heavy</span> and <span style="font-style: italic;">slanted</span></p>',
    );
  });

  it('keeps tables; a table inside of one becomes lines of its cell', () => {
    const inner = '<table><tbody><tr><td>one</td><td>two</td></tr></tbody></table>';
    expect(clean(inner)).toBe(inner);
    expect(clean(`<table><tbody><tr><td>${inner}</td></tr></tbody></table>`)).toContain('<div>one</div><div>two</div>');
  });

  it('gives every place of a table with merged cells a cell', () => {
    const html = '<table><tbody><tr><td colspan="2" rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>';
    expect(clean(html)).toBe(
      '<table><tbody><tr><td>a</td><td></td><td>b</td></tr><tr><td></td><td></td><td>c</td></tr></tbody></table>',
    );
  });

  it('keeps the lines of preformatted text', () => {
    expect(clean('<pre>a\nb\n</pre>')).toBe('<p>a<br>b</p>');
  });

  it('leaves out what nobody sees and what stands between blocks', () => {
    expect(clean('<p>one</p><br><p>two</p><p> </p><script>alert(1)</script><span style="display: none">hidden</span>')).toBe('<p>one</p><p>two</p>');
  });
});
