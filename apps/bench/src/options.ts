import { parseArgs } from 'node:util';

export interface Options {
  /** Codes of the workloads, in the order they were asked for; all of them if none was. */
  readonly workloads: readonly string[];
  /** File for the rows, if one was asked for. */
  readonly json: string | null;
  /** Folder for the curves, if one was asked for. */
  readonly curves: string | null;
  /** A public editing trace, if one was named. */
  readonly trace: string | null;
  /** Runs of each system; the figures are medians. */
  readonly runs: number;
  /** Seconds of typing a run. */
  readonly seconds: number;
}

/** @throws Error with a sentence for whoever typed the command */
export function readOptions(args: string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      curves: { type: 'string' },
      trace: { type: 'string' },
      runs: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '5' },
    },
  });
  const unknown = positionals.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new Error(`There is no workload ${unknown}: ${known.join(', ')}.`);
  return {
    workloads: positionals.length > 0 ? positionals : known,
    json: values.json ?? null,
    curves: values.curves ?? null,
    trace: values.trace ?? null,
    runs: wholeNumber('runs', values.runs),
    seconds: wholeNumber('seconds', values.seconds),
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} wants a whole number above 0, not "${text}".`);
  return number;
}
