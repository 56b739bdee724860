/** A string of CSS inside an element `style` of a page: nothing in it ends either. */
export const cssString = (text: string): string => `"${text.replace(/[\\"<>\u0000-\u001f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

/** Of a file that carries everything with it: the faces are those of the device or of who prints it, the colours the reader's. */
export const exportStyle = (head: string, hash: string): string => `
:root { color-scheme: light dark; }
* { box-sizing: border-box; margin: 0; }
body {
  font: 18px/1.58 'Source Serif 4 Variable', 'Source Serif 4', Georgia, 'Times New Roman', 'Noto Serif JP Variable', 'Noto Serif JP', 'Hiragino Mincho ProN', 'Yu Mincho', serif;
  overflow-wrap: break-word;
}
:lang(ja) { font-family: 'Noto Serif JP Variable', 'Noto Serif JP', 'Hiragino Mincho ProN', 'Yu Mincho', Georgia, serif; line-break: strict; }
.banner { padding: 8px 16px; border-block-end: 1px solid; font-size: 13px; text-align: center; }
main { max-inline-size: 50rem; margin-inline: auto; padding: 40px 20px 72px 72px; }
.opening { display: grid; gap: 12px; padding-block-end: 24px; }
h1 { font-size: 27px; line-height: 1.2; }
h2 { font-size: 21px; line-height: 1.3; }
h3 { font-size: 27px; line-height: 1.2; }
h4, h5, h6 { font-size: 18px; line-height: 1.3; }
.whole h1 { font-size: 36px; }
.whole h2 { font-size: 27px; }
.whole h3 { font-size: 21px; }
.chapter { margin-block-start: 24px; }
.whole .chapter { margin-block-start: 56px; }
.chapter > section { margin-block-start: 16px; }
.whole .chapter > section { margin-block-start: 32px; }
.place { font-weight: 400; }
.aside, .titles, dl, .list { font-size: 15px; line-height: 1.45; }
.titles, .list, .contents ol { padding: 0; list-style: none; }
.titles { padding-block-start: 6px; }
.contents li { padding-block: 3px; }
.contents li li { padding-inline-start: 24px; }
.disclaimer, .remark { padding-block: 8px; border-block: 1px solid; font-size: 15px; line-height: 1.45; }
.remark { border-block-width: 2px; font-weight: 600; }
.text { margin-block-start: 16px; }
.text > * { margin-block-end: 16px; }
.text :is(ul, ol) { padding-inline-start: 24px; }
.text blockquote { margin-inline: 24px 0; padding-inline-start: 16px; border-inline-start: 1px solid; }
.text table { inline-size: 100%; border-collapse: collapse; }
.text :is(td, th) { padding: 4px 8px; border: 1px solid; text-align: start; vertical-align: top; }
.text sup { font-size: 0.7em; line-height: 0; }
.text sup a { text-decoration: none; }
.notes { padding-block-start: 8px; border-block-start: 1px solid; font-size: 15px; line-height: 1.45; }
.notes p { padding-inline-start: 24px; margin-block-end: 6px; }
.notes [role='doc-backlink'] { position: absolute; inset-inline-start: 0; text-decoration: none; }
.text p[id] { position: relative; }
.number { position: absolute; inset-inline-end: calc(100% + 16px); color: inherit; font-size: 13px; line-height: 28px; text-decoration: none; }
.foot { display: grid; gap: 12px; margin-block-start: 56px; padding-block-start: 16px; border-block-start: 3px double; }
.foot h2 { font-size: 18px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; }
code { font: 13px/1.5 ui-monospace, Consolas, 'Liberation Mono', monospace; overflow-wrap: anywhere; }
.list li { padding-block: 4px; }
@media (max-width: 600px) {
  main { padding: 24px 16px 48px 40px; }
  .number { inset-inline-end: calc(100% + 6px); }
  dl { grid-template-columns: minmax(0, 1fr); }
  dd { padding-block-end: 6px; }
}
@page {
  size: A4;
  margin: 24mm 22mm 24mm 18mm;
  @top-left { content: ${cssString(head)}; font: 9pt 'Source Serif 4 Variable', Georgia, 'Noto Serif JP Variable', 'Noto Serif JP', serif; }
  @bottom-left { content: ${cssString(hash)}; font: 6.5pt 'Liberation Mono', Consolas, monospace; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt 'Source Serif 4 Variable', Georgia, serif; }
}
@media print {
  :root { color-scheme: light; }
  body { background: #fff; color: #000; font-size: 11pt; line-height: 15.5pt; orphans: 3; widows: 3; }
  /* Numbers hang inside the page box: what hangs into its margin is not printed. */
  main { max-inline-size: none; padding: 0 0 0 12mm; }
  h1, .whole h3 { font-size: 14pt; }
  .whole h1 { font-size: 24pt; }
  h2 { font-size: 12pt; }
  h3, .whole h2 { font-size: 17pt; }
  h4, h5, h6 { font-size: 11pt; }
  :is(h1, h2, h3, h4, h5, h6) { break-after: avoid; }
  .banner, .aside, .titles, .disclaimer, .remark, dl, .list { font-size: 9pt; line-height: 12.5pt; }
  .banner { margin-block-end: 12pt; }
  .contents a { text-decoration: none; }
  .text > * { margin-block-end: 8pt; }
  .text :is(tr, blockquote) { break-inside: avoid; }
  .number { font-size: 9pt; line-height: 15.5pt; }
  .foot { margin-block-start: 32pt; break-inside: avoid; }
  .whole .foot { break-inside: auto; }
  .list li { break-inside: avoid; }
  code { font-size: 7.5pt; }
  a { color: inherit; }
  .notes { font-size: 9pt; line-height: 12pt; }
  .text a[href]:not(.number, [href^='#'])::after { content: ' (' attr(href) ')'; font-size: 9pt; overflow-wrap: anywhere; }
}
`;
