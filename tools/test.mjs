import { rmSync } from 'node:fs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { nx } from './lib/nx.mjs';
import { collectReports } from './lib/test-reports.mjs';
import { ROOT } from './lib/workspace.mjs';

/** Each counts as one test: they say yes or no. */
const CHECKS = ['lint', 'typecheck', 'build'];

ensureInstalled();
const checks = CHECKS.map((target) => ({ name: target, isPassed: nx(['run-many', '-t', target, '--outputStyle=static']) }));
const suites = collectReports(ROOT, (project) => rmSync(project, { recursive: true, force: true }));
nx(['run-many', '-t', 'test', '--parallel=1', '--outputStyle=static', '--nxBail=false']);
nx(['run-many', '-t', 'journeys', '--parallel=1', '--outputStyle=static']);
const results = [...checks, ...suites.flatMap((read) => read())];

const failed = results.filter(({ isPassed }) => !isPassed);
for (const { name, message } of failed) process.stdout.write(`FAILED ${name}\n${message ? `${message}\n` : ''}`);
process.stdout.write(`\n${results.length - failed.length} passed, ${failed.length} failed\n`);
process.exit(failed.length === 0 ? 0 : 1);
