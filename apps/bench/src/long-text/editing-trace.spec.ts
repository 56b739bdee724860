import { gzipSync } from 'node:zlib';
import { readTrace } from './editing-trace.ts';

const packed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));

describe('editing traces', () => {
  it('[B12] are read patch by patch, in their order', () => {
    const trace = { startContent: '', endContent: 'b', txns: [{ patches: [[0, 0, 'a']] }, { time: 'then', patches: [[0, 1, ''], [0, 0, 'b']] }] };
    expect(readTrace(packed(trace))).toEqual([
      { author: 0, at: 0, deleted: 0, inserted: 'a' },
      { author: 0, at: 0, deleted: 1, inserted: '' },
      { author: 0, at: 0, deleted: 0, inserted: 'b' },
    ]);
  });

  it('[B12] are refused when they are something else', () => {
    expect(() => readTrace(packed({ kind: 'concurrent' }))).toThrow('no "txns"');
    expect(() => readTrace(packed({ txns: [{ patches: [[0, 'a']] }] }))).toThrow('no edit');
  });
});
