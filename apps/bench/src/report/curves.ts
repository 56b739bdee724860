/** What is drawn: a line a system, both axes logarithmic. */
export interface Curves {
  /** Name of the file, without its ending. */
  readonly file: string;
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly lines: readonly { readonly name: string; readonly points: readonly (readonly [number, number])[] }[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [760, 420, 64, 200, 44, 52];
/** Distinguishable for the colour-blind, on light and dark ground. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8c8c8c'];
const INK = '#808080';

/** The points of a line; where nothing was measured, there is none. */
export function pointsOf(across: readonly number[], figureAt: (value: number) => number | null): (readonly [number, number])[] {
  return across.flatMap((value) => {
    const figure = figureAt(value);
    return figure === null ? [] : [[value, figure] as const];
  });
}

/** The curves as an SVG that reads on light and on dark ground. */
export function drawCurves({ title, across, up, lines }: Curves): string {
  const points = lines.flatMap((line) => line.points);
  const x = axis(points.map(([value]) => value), LEFT, WIDTH - RIGHT);
  const y = axis(points.map(([, value]) => value), HEIGHT - BOTTOM, TOP);
  const drawn = lines.flatMap(({ name, points: own }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? INK;
    const path = own.map(([a, b], at) => `${at === 0 ? 'M' : 'L'}${x.place(a)} ${y.place(b)}`).join('');
    const dots = own.map(([a, b]) => `<circle cx="${x.place(a)}" cy="${y.place(b)}" r="3" fill="${colour}"/>`);
    const key = `<text x="${WIDTH - RIGHT + 16}" y="${TOP + 8 + index * 20}" fill="${colour}">${escape(name)}</text>`;
    return [`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`, ...dots, key];
  });
  const grid = [
    ...x.ticks.map((tick) => `<text x="${x.place(tick)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${tick}</text>`),
    ...y.ticks.map((tick) => `<path d="M${LEFT} ${y.place(tick)}H${WIDTH - RIGHT}" stroke="${INK}" stroke-opacity=".3"/><text x="${LEFT - 8}" y="${y.place(tick) + 4}" text-anchor="end">${tick}</text>`),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" fill="${INK}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<text x="${LEFT}" y="22" font-size="15">${escape(title)}</text>`,
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${escape(across)}</text>`,
    `<text x="16" y="${(TOP + HEIGHT - BOTTOM) / 2}" text-anchor="middle" transform="rotate(-90 16 ${(TOP + HEIGHT - BOTTOM) / 2})">${escape(up)}</text>`,
    ...grid,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** A logarithmic axis over the values, with ticks at 1, 2 and 5 of each power of ten. */
function axis(values: readonly number[], from: number, to: number): { place: (value: number) => number; ticks: number[] } {
  const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  const span = high - low || 1;
  const place = (value: number) => Math.round((from + ((Math.log10(value) - low) / span) * (to - from)) * 10) / 10;
  const powers = Array.from({ length: Math.ceil(high) - Math.floor(low) + 1 }, (_, index) => 10 ** (Math.floor(low) + index));
  const ticks = powers.flatMap((power) => [1, 2, 5].map((step) => Number((step * power).toPrecision(1))));
  return { place, ticks: ticks.filter((tick) => Math.log10(tick) >= low - 1e-9 && Math.log10(tick) <= high + 1e-9) };
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
