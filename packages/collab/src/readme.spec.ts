import { readFileSync } from 'node:fs';
import * as client from './client/index.js';
import * as text from './index.js';

const ENTRIES: Readonly<Record<string, object>> = { '@expert-forum/collab': text, '@expert-forum/collab/client': client };
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const imports = [...readme.matchAll(/^import \{ (.+) \} from '(@expert-forum\/.+)';$/gm)].flatMap(([, names = '', entry = '']) => names.split(', ').map((name) => [name, entry] as const));

describe('the page about the client', () => {
  it('imports what its program needs', () => expect(imports.map(([name]) => name)).toContain('connectSection'));

  it.each(imports)('imports %s from where it is: %s', (name, entry) => {
    expect(Object.keys(ENTRIES[entry] ?? {})).toContain(name);
  });
});
