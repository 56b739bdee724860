import type { ForumConfig } from '../platform/config/forum-config.js';
import { readConfig } from '../platform/config/read-config.js';
import type { Database } from '../platform/database/open-database.js';
import { runOrExplain, StartProblem } from '../platform/start/start-problem.js';

export interface Command {
  /** What is typed behind `npm run`: its name, words that are typed as they stand, and arguments in capitals. */
  readonly usage: string;
  /** Beside a forum that may be running, or alone with its data. */
  readonly reach: (config: ForumConfig) => Promise<Database>;
  /** @returns lines for whoever typed the command */
  readonly run: (url: string, args: readonly string[], config: ForumConfig) => Promise<string>;
}

/** The frame of every command: the arguments its usage names, the configured database, a sentence if something is wrong. */
export async function runCommand({ usage, reach, run }: Command): Promise<void> {
  await runOrExplain(async () => {
    const args = readArguments(usage, process.argv.slice(2));
    const config = readConfig(process.env);
    const database = await reach(config);
    try {
      process.stdout.write(`${await run(database.url, args, config)}\n`);
    } finally {
      await database.close();
    }
  });
}

/** @returns what stands in place of the words in capitals */
export function readArguments(usage: string, typed: readonly string[]): string[] {
  const words = usage.split(' ').slice(1).filter((word) => word !== '--');
  const isArgument = (word: string): boolean => word === word.toUpperCase();
  if (words.length !== typed.length || words.some((word, index) => !isArgument(word) && word !== typed[index])) {
    throw new StartProblem('usage', { usage: `npm run ${usage}` });
  }
  return typed.filter((_, index) => isArgument(words[index] ?? ''));
}
