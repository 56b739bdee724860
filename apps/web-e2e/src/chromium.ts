import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Chromium that can be started: its binary, and what its process must find in the environment. */
export interface Chromium {
  origin: 'CHROMIUM_PATH' | 'system' | 'package';
  executablePath: string;
  env: NodeJS.ProcessEnv;
}

export class NoChromium extends Error {}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const SYSTEM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The browser of the journeys: the one that `CHROMIUM_PATH` names, else the system's, else the one that comes as a package
 * (Linux x64).
 *
 * @throws NoChromium with a sentence for the person who started the tests; journeys are never skipped.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): Chromium {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (!isExecutable(named)) throw new NoChromium(`CHROMIUM_PATH names ${named}, which cannot be executed.`);
    return { origin: 'CHROMIUM_PATH', executablePath: named, env };
  }
  const places = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [...SYSTEM_NAMES.flatMap((name) => places.map((place) => join(place, name))), ...SYSTEM_PLACES];
  const system = candidates.find(isExecutable);
  if (system) return { origin: 'system', executablePath: system, env };
  return packagedChromium(env);
}

/** Unpacked once beside the installed packages: the binary, the system libraries it links to and fonts. */
function packagedChromium(env: NodeJS.ProcessEnv): Chromium {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NoChromium('The journeys need a Chromium: install Chromium or Chrome, or name one with CHROMIUM_PATH.');
  }
  const home = join(packageCache(), 'unpacked');
  if (!existsSync(home)) unpackInto(home, env);
  return {
    origin: 'package',
    executablePath: join(home, 'chromium'),
    env: {
      ...env,
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  };
}

function packageCache(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return join(dirname(entry), '..', '..', '.cache');
}

/**
 * The package unpacks into the temporary folder, whatever lies there already, and changes the environment when imported:
 * so it runs in a process and a folder of its own, which is renamed only when complete.
 */
function unpackInto(home: string, env: NodeJS.ProcessEnv): void {
  mkdirSync(dirname(home), { recursive: true });
  const scratch = mkdtempSync(join(dirname(home), 'unpacking-'));
  try {
    const script = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: PROJECT,
      env: { ...env, TMPDIR: scratch, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    renameSync(scratch, home);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    if (!existsSync(home)) throw new NoChromium(`The packaged Chromium could not be unpacked: ${String(error)}`);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
