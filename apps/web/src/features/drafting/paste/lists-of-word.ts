/** Word writes a list as paragraphs: the level is in the style, the bullet or figure is text. */
const LEVEL = /mso-list:\s*\S+\s+level(\d+)/i;
const MARKER = '[style*="mso-list:ignore" i]';
const FIGURE = /^\(?([\p{L}\d]{1,7})[.)]/u;

interface Item {
  readonly paragraph: Element;
  readonly level: number;
  readonly kind: 'ol' | 'ul';
  readonly start: number;
}

/** Makes lists of the paragraphs that are lists to Word. Numbers of headings go: they are ours to give. */
export function listsOfWord(body: Element): void {
  for (const items of runsOf(body)) {
    items[0]?.paragraph.before(...listsOf(items));
    items.forEach(({ paragraph }) => paragraph.remove());
  }
  body.querySelectorAll(MARKER).forEach((marker) => marker.remove());
}

/** Items that follow each other without anything in between. */
function runsOf(body: Element): Item[][] {
  const runs: Item[][] = [];
  for (const paragraph of body.querySelectorAll('p')) {
    const item = itemOf(paragraph);
    if (item === null) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.paragraph === paragraph.previousElementSibling) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function itemOf(paragraph: Element): Item | null {
  const level = LEVEL.exec(paragraph.getAttribute('style') ?? '')?.[1];
  if (level === undefined) return null;
  const figure = FIGURE.exec(paragraph.querySelector(MARKER)?.textContent.trim() ?? '')?.[1];
  return { paragraph, level: Number(level), kind: figure === undefined ? 'ul' : 'ol', start: Number(figure) || 1 };
}

function listsOf(items: readonly Item[]): Element[] {
  const outermost: Element[] = [];
  const open: { list: Element; level: number; kind: Item['kind'] }[] = [];
  for (const { paragraph, level, kind, start } of items) {
    while (open.some((list) => list.level > level || (list.level === level && list.kind !== kind))) open.pop();
    const around = open.at(-1);
    const list = around?.level === level ? around.list : newList(kind, start);
    if (around?.level !== level) {
      if (around === undefined) outermost.push(list);
      else around.list.lastElementChild?.append(list);
      open.push({ list, level, kind });
    }
    const item = list.appendChild(document.createElement('li')).appendChild(document.createElement('p'));
    item.append(...[...paragraph.childNodes].filter((node) => !(node instanceof Element && node.matches(MARKER))));
  }
  return outermost;
}

function newList(kind: Item['kind'], start: number): Element {
  const list = document.createElement(kind);
  if (start !== 1) list.setAttribute('start', String(start));
  return list;
}
