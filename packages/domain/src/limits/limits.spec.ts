import { readFileSync } from 'node:fs';
import { LIMITS } from './limits.js';

const UNITS: Readonly<Record<string, number>> = { '': 1, KiB: 1024, MiB: 1024 * 1024, s: 1_000, h: 3_600_000, d: 86_400_000 };
/** Groups of limits on what people and programs send; the others are settings of the forum's own work. */
const INPUTS = ['frame', 'update', 'document', 'table', 'untaken', 'connections', 'http', 'comment', 'publication', 'name', 'title', 'password', 'login', 'ticket', 'link'] as const;
/** Such limits in groups that hold settings too. */
const AMONG_SETTINGS = ['thread.comments', 'thread.reasonCharacters', 'session.items', 'session.itemSections', 'session.itemMinutes', 'signIn.perAccount', 'signIn.perAddress'];

const table = readFileSync(new URL('../../../../docs/limits.md', import.meta.url), 'utf8');
const rows = [...table.matchAll(/^\| [^|]+ \| `([\w.]+)` \| ([\d,]+) ?(\w*) \|/gm)].map(([, name = '', number = '', unit = '']) => [name, Number(number.replaceAll(',', '')) * (UNITS[unit] ?? NaN)] as const);

describe('[P11] the table of limits', () => {
  it.each(rows)('says of %s what is enforced', (name, value) => {
    const [group = '', member = ''] = name.split('.');
    const limits: Readonly<Record<string, Readonly<Record<string, unknown>>>> = LIMITS;
    expect(limits[group]?.[member]).toBe(value);
  });

  it('has a row for each limit on what is sent', () => {
    const named = new Set(rows.map(([name]) => name));
    const inputs = INPUTS.flatMap((group) => Object.keys(LIMITS[group]).map((member) => `${group}.${member}`));
    expect([...inputs, ...AMONG_SETTINGS].filter((name) => !named.has(name))).toEqual([]);
  });
});
