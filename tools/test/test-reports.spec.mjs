import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collectReports, jestResults, playwrightResults } from '../lib/test-reports.mjs';

const passed = (results) => results.map(({ isPassed }) => isPassed);

describe('the sum of the reports', () => {
  it('[ST6] counts a skipped test and a suite that did not run as failed', () => {
    const assertion = (status) => ({ fullName: status, status, failureMessages: [] });
    const report = {
      testResults: [
        { name: 'a', assertionResults: ['passed', 'failed', 'pending', 'todo'].map(assertion) },
        { name: 'broken', message: 'SyntaxError', assertionResults: [] },
      ],
    };
    expect(passed(jestResults(report))).toEqual([true, false, false, false, false]);
  });

  it('[ST6] counts a skipped, flaky or missing journey as failed', () => {
    const spec = (status, ...results) => ({ title: status, tests: [{ status, results: results.map((each) => ({ status: each })) }] });
    const suites = [{ suites: [{ specs: [spec('expected', 'passed'), spec('skipped', 'skipped')] }], specs: [spec('flaky', 'failed', 'passed'), { title: 'none', tests: [] }] }];
    expect(passed(playwrightResults({ suites, errors: [{ message: 'no browser' }] }))).toEqual([false, false, true, false, false]);
  });

  it('[ST6] counts a missing report as failed, whatever an earlier run left', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'forum-reports-'));
    for (const folder of ['apps/api/reports', 'packages', 'tools']) mkdirSync(path.join(root, folder), { recursive: true });
    writeFileSync(path.join(root, 'apps/api/package.json'), JSON.stringify({ name: 'api', scripts: { test: 'jest' } }));
    const earlier = path.join(root, 'apps/api/reports/jest.json');
    writeFileSync(earlier, '{}');
    const [read] = collectReports(root, (folder) => rmSync(folder, { recursive: true }));
    expect(read()).toEqual([{ name: 'api: no report', isPassed: false }]);
    rmSync(root, { recursive: true });
  });
});
