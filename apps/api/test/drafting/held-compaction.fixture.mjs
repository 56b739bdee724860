import { BroadcastChannel, receiveMessageOnPort } from 'node:worker_threads';
import pg from 'pg';
import { LOG_AFTER } from '../../dist/features/drafting/store/statements.js';

/*
 * The program of the thread as it is built. When it has read the log of a text and is to make the state of it, it says so, and
 * the whole thread stands still until it is told to go on.
 */
const channel = new BroadcastChannel('held compaction');
const stillness = new Int32Array(new SharedArrayBuffer(4));
const { query } = pg.Client.prototype;

pg.Client.prototype.query = async function (statement, values) {
  const answer = await query.call(this, statement, values);
  if (statement !== LOG_AFTER) return answer;
  channel.postMessage('building');
  while (receiveMessageOnPort(channel) === undefined) Atomics.wait(stillness, 0, 0, 5);
  return answer;
};
await import('../../dist/features/drafting/compaction/compaction-thread.js');
