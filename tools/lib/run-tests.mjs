import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectEnvironment, projectNode } from './project-node.mjs';
import { ROOT } from './workspace.mjs';

/** Runs a project's tests with these arguments of Jest. @returns the exit code */
export const runJest = (folder, args, settings) => run(folder, ['--experimental-vm-modules', path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'), ...args], settings);

/** Runs journeys with these arguments of Playwright. @returns the exit code */
export const runPlaywright = (folder, args) => run(folder, [path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', ...args]);

const run = (folder, args, settings) => spawnSync(projectNode(), args, { cwd: path.join(ROOT, folder), stdio: 'inherit', env: projectEnvironment(settings) }).status;
