import { parseArgs } from 'node:util';

export interface Options {
  /** File for the rows, if one was asked for. */
  json: string | null;
  /** Runs of each system; the figures are medians. */
  runs: number;
  /** Seconds of typing a run. */
  seconds: number;
}

/** @throws Error with a sentence for whoever typed the command */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      runs: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '20' },
    },
  });
  return { json: values.json ?? null, runs: wholeNumber('runs', values.runs), seconds: wholeNumber('seconds', values.seconds) };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} wants a whole number above 0, not "${text}".`);
  return number;
}
