import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One breach a fence: a file that somebody might write, and the rule that has to see it. */
const BREACHES = [
  ['packages/domain', "import 'rxjs';", '@nx/enforce-module-boundaries'],
  ['packages/domain', "import '@expert-forum/contracts';", '@nx/enforce-module-boundaries'],
  ['packages/contracts', "import '@nestjs/common';", '@nx/enforce-module-boundaries'],
  ['packages/collab', "import 'typeorm';", '@nx/enforce-module-boundaries'],
  ['apps/web', "import '@nestjs/common';", '@nx/enforce-module-boundaries'],
  ['apps/web', "import '@expert-forum/api/src/main.js';", '@nx/enforce-module-boundaries'],
  ['apps/api', "import '@expert-forum/web/src/shared/theme/theme.js';", '@nx/enforce-module-boundaries'],
  ['apps/api', 'export const value: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['apps/api', 'export const first = [1][0]!;', '@typescript-eslint/no-non-null-assertion'],
  ['apps/api', 'export function run(): void { Promise.resolve(); }', '@typescript-eslint/no-floating-promises'],
  ['apps/api', "export function f(a: 'x' | 'y'): number { switch (a) { case 'x': return 1; } return 2; }", '@typescript-eslint/switch-exhaustiveness-check'],
  ['packages/domain', "import { Actor } from './people/role.js';\nexport type Two = [Actor, Actor];", '@typescript-eslint/consistent-type-imports'],
  ['apps/api', "export const setting = process.env['X'];", 'no-restricted-syntax'],
  ['apps/api', "export const query = 'INSERT INTO section_update VALUES (1)';", 'no-restricted-syntax'],
  ['packages/domain', '// line\n'.repeat(301), 'max-lines'],
];

const ZONES = [
  ['apps/api/src/platform', 'apps/api/src/features/drafting/breach.ts', "import '../features/drafting/breach.js';"],
  ['apps/web/src/shared', 'apps/web/src/app/breach.ts', "import '../app/breach.js';"],
  ['apps/web/src/features/logins', 'apps/web/src/features/documents/breach.ts', "import '../documents/breach.js';"],
  ['apps/web/src/features/logins', 'apps/web/src/app/breach.ts', "import '../../app/breach.js';"],
  ['apps/api/src/features/people', 'apps/api/src/features/documents/breach.repository.ts', "import '../documents/breach.repository.js';"],
  ['apps/api/src/features/people', 'apps/api/src/features/drafting/store/breach.entity.ts', "import '../drafting/store/breach.entity.js';"],
];

describe('fences', () => {
  const written = [];
  const eslint = new ESLint({ cwd: ROOT });

  beforeAll(() => {
    execFileSync(process.execPath, [path.join(ROOT, 'node_modules/nx/dist/bin/nx.js'), 'graph', '--file=stdout'], { cwd: ROOT, stdio: 'ignore' });
  });

  afterAll(() => written.forEach((file) => rmSync(file, { force: true })));

  function write(name, source) {
    const file = path.join(ROOT, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${source}\n`);
    written.push(file);
    return file;
  }

  async function rulesAgainst(folder, source, index) {
    const file = write(`${folder}/breach-${index}.ts`, source);
    const [result] = await eslint.lintFiles([file]);
    return result.messages.map(({ ruleId }) => ruleId);
  }

  it.each(BREACHES.map((breach, index) => [...breach, index]))('[ST9] in %s: %j is seen by %s', async (project, source, rule, index) => {
    expect(await rulesAgainst(`${project}/src`, source, index)).toContain(rule);
  });

  it.each(ZONES.map((zone, index) => [...zone, index]))('[ST9] from %s, %s is out of bounds', async (folder, target, source, index) => {
    write(target, 'export {};');
    expect(await rulesAgainst(folder, source, 100 + index)).toContain('import-x/no-restricted-paths');
  });

  it('[ST9] two files that import each other are seen', async () => {
    write('packages/domain/src/breach-ring.ts', "import { second } from './breach-200.js';\nexport const first = () => second;");
    const source = "import { first } from './breach-ring.js';\nexport const second = () => first;";
    expect(await rulesAgainst('packages/domain/src', source, 200)).toContain('import-x/no-cycle');
  });
});
