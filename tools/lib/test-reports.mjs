import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * For every project with a `test` or `journeys` script: removes the report of an earlier run (Nx puts a cached one back) and
 * returns what reads the new one. A missing report is a failure, and so is a test that was skipped.
 */
export function collectReports(root, remove) {
  return projectsOf(root).flatMap(({ name, folder, scripts }) => {
    const readers = [];
    const reports = path.join(folder, 'reports');
    remove(reports);
    if (scripts.test) readers.push(() => read(name, path.join(reports, 'jest.json'), jestResults));
    if (scripts.journeys) readers.push(() => read(name, path.join(reports, 'journeys.json'), playwrightResults));
    return readers;
  });
}

function projectsOf(root) {
  return ['apps', 'packages', '.'].flatMap((group) => {
    const base = path.join(root, group);
    const folders = group === '.' ? ['tools'] : readdirSync(base);
    return folders.flatMap((folder) => {
      const manifest = path.join(base, folder, 'package.json');
      if (!existsSync(manifest)) return [];
      const { name, scripts = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
      return [{ name, scripts, folder: path.join(base, folder) }];
    });
  });
}

function read(project, file, results) {
  if (!existsSync(file)) return [{ name: `${project}: no report`, isPassed: false }];
  const found = results(JSON.parse(readFileSync(file, 'utf8')));
  return found.length > 0 ? found : [{ name: `${project}: no test in its report`, isPassed: false }];
}

export function jestResults({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length === 0
      ? [{ name, isPassed: false, message }]
      : assertionResults.map(({ fullName, status, failureMessages }) => ({
          name: fullName,
          isPassed: status === 'passed',
          message: failureMessages.join('\n') || status,
        })),
  );
}

export function playwrightResults({ suites, errors = [] }) {
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const specs = suites.flatMap(specsOf).map(({ title, tests }) => ({
    name: title,
    isPassed: tests.length > 0 && tests.every(({ status, results }) => status === 'expected' && results.at(-1)?.status === 'passed'),
    message: tests.flatMap(({ results }) => results.flatMap((each) => (each.errors ?? []).map((error) => error.message))).join('\n'),
  }));
  return [...specs, ...errors.map(({ message }) => ({ name: 'journeys', isPassed: false, message }))];
}
