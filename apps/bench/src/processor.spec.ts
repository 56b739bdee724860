import { spawnSync } from 'node:child_process';
import { databaseProcessorTime, processorTime } from './processor.ts';

const LONG_ENOUGH = 200;

describe('processor time', () => {
  it('[B7] of a database has that of its processes in it, also when they have ended', () => {
    const [alone, together] = [processorTime(process.pid), databaseProcessorTime(process.pid)];
    spawnSync(process.execPath, ['--eval', `while (process.cpuUsage().user < ${LONG_ENOUGH * 1000});`]);
    const [aloneAfter, togetherAfter] = [processorTime(process.pid), databaseProcessorTime(process.pid)];
    if (alone === null || aloneAfter === null || together === null || togetherAfter === null) return; // not told here
    expect(together).toBeGreaterThanOrEqual(alone);
    expect(togetherAfter - together - (aloneAfter - alone)).toBeGreaterThanOrEqual(LONG_ENOUGH - 20);
  });

  it('[B7] of a process that is not there is nothing', () => {
    expect(processorTime(-1)).toBeNull();
  });
});
