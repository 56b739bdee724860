/** Prints a page of its own, in a frame that nobody sees. The browser's own dialog asks for everything else. */
export function printPage(markup: string): void {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { position: 'fixed', inset: '100% auto auto 100%', inlineSize: '210mm', blockSize: '297mm', border: '0' });
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.title = 'print';
  frame.srcdoc = markup.replace('</head>', () => `<style>${fontFaces()}</style></head>`);
  frame.addEventListener('load', () => void printFrame(frame));
  document.body.append(frame);
}

async function printFrame(frame: HTMLIFrameElement): Promise<void> {
  const page = frame.contentWindow;
  if (page === null) return;
  page.addEventListener('afterprint', () => frame.remove());
  await page.document.fonts.ready;
  page.print();
}

/** The page names the faces of the application; a file goes without them, paper does not. */
function fontFaces(): string {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.flatMap((rule) => (rule instanceof CSSFontFaceRule ? [rule.cssText] : [])).join('\n');
}
