import { readdirSync, readFileSync } from 'node:fs';
import { SOCKET_TABLES } from '@expert-forum/collab';
import { CLIENT_COMMANDS, CLOSE_CODES, SERVER_EVENTS } from '@expert-forum/contracts';
import { describe, expect, it } from '@jest/globals';

const spec = readFileSync(new URL('../../../../docs/specs/protocol.md', import.meta.url), 'utf8');
/** Of this folder, and of the one about several nodes. */
const titles = ['./', '../nodes/']
  .map((folder) => new URL(folder, import.meta.url))
  .flatMap((folder) => readdirSync(folder, { encoding: 'utf8' }).filter((name) => name.endsWith('.spec.ts')).map((name) => readFileSync(new URL(name, folder), 'utf8')))
  .join('\n');

/** What the first column of a chapter's table holds. */
function firstColumn(chapter: string): string[] {
  const [, text = ''] = spec.split(`\n## ${chapter}\n`);
  const rows = text.split('\n## ')[0]?.matchAll(/^\| `?([^`|]+?)`? \|/gm) ?? [];
  return [...rows].map(([, cell = '']) => cell).filter((cell) => /^[\w:-]*[:\d][\w:-]*$/.test(cell));
}

const sorted = (names: Iterable<string>): string[] => [...names].sort();

describe('[PR13] the protocol that is described', () => {
  it('has the commands that are listened to', () => {
    expect(sorted(firstColumn('Commands'))).toEqual(sorted(CLIENT_COMMANDS));
  });

  it('has the events that are sent', () => {
    expect(sorted(firstColumn('Events'))).toEqual(sorted(SERVER_EVENTS));
  });

  it('has the codes with which connections are closed', () => {
    expect(sorted(firstColumn('Closing'))).toEqual(sorted(Object.values(CLOSE_CODES).map(String)));
  });

  it('has the numbers that stand for names', () => {
    expect([...spec.matchAll(/(\d) `(\w+:\w+)`[,;]/g)].map(([, number, name]) => [Number(number), name])).toEqual(
      SOCKET_TABLES.events.map((name, index) => [index + 1, name]),
    );
  });

  it('has a test for every rule', () => {
    const rules = [...spec.matchAll(/^- \*\*(PR\d+) /gm)].map(([, rule = '']) => rule);
    expect(rules.filter((rule) => !titles.includes(`[${rule}]`))).toEqual([]);
    expect(new Set(rules).size).toBe(rules.length);
  });
});
