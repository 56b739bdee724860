import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { runJest, runPlaywright } from './run-tests.mjs';
import { ROOT } from './workspace.mjs';

/** In all, as `npm test` runs them: by Jest's own workers, then by Playwright. */
const MOST_SECONDS = 90;

/** The spec files of `npm test` that try to break the drafting engine. */
const SUITES = [
  {
    folder: 'apps/api',
    tests: [
      'test/simulation',
      'test/crash',
      'test/revocations',
      'test/client/unsteady-lines',
      'test/authority/hostile-input',
      'test/hostile',
      ...['updates', 'schema', 'frames', 'at-the-limit', 'full-section', 'several-updates', 'slow-readers', 'handshakes', 'presence'].map((name) => `test/drafting/${name}.spec`),
      'test/doors',
      'test/threads/limits',
      'src/features/drafting/doors',
      'src/platform/realtime',
    ],
  },
  { folder: 'packages/collab', tests: ['src/gate'] },
  { folder: 'packages/contracts', tests: ['src/limits'] },
  { folder: 'packages/domain', tests: ['src/limits'] },
];
const JOURNEY = { folder: 'apps/web-e2e', test: 'test/unsteady-line.spec.ts' };

/** Prints the seconds of each file and of all; false: a test failed, or all of them took too long. */
export function runShortForm() {
  const reports = mkdtempSync(path.join(tmpdir(), 'forum-short-form-'));
  const began = performance.now();
  const files = [...SUITES.flatMap((suite, at) => runSuite(suite, path.join(reports, `${at}.json`))), runJourney()];
  const seconds = Math.round((performance.now() - began) / 1_000);
  rmSync(reports, { recursive: true });
  console.table(files.sort((a, b) => b.seconds - a.seconds));
  console.log(`${seconds} s in all, ${MOST_SECONDS} s at most; ${availableParallelism()} cores`);
  return seconds <= MOST_SECONDS && files.every(({ result }) => result === 'held');
}

function runSuite({ folder, tests }, report) {
  runJest(folder, [...tests, '--json', `--outputFile=${report}`]);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.map(({ name, startTime, endTime, status }) => row(path.relative(ROOT, name), endTime - startTime, status === 'passed'));
}

function runJourney() {
  const { folder, test } = JOURNEY;
  const began = performance.now();
  const status = runPlaywright(folder, [test, '--reporter=line']);
  return row(path.join(folder, test), performance.now() - began, status === 0);
}

const row = (file, ms, isHeld) => ({ file, seconds: Math.round(ms / 100) / 10, result: isHeld ? 'held' : 'BROKEN' });
