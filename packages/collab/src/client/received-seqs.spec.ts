import { describe, expect, it } from '@jest/globals';
import { ReceivedSeqs } from './received-seqs.js';

describe('received seqs', () => {
  it('[P3] takes what follows, ignores what is known, reports a hole without counting it', () => {
    const seqs = new ReceivedSeqs(4);
    expect(seqs.receive(5, 6)).toBe('next');
    expect(seqs.receive(5, 6)).toBe('known');
    expect(seqs.receive(8, 9)).toBe('hole');
    expect(seqs.head).toBe(6);
    expect(seqs.receive(6, 7)).toBe('next');
    expect(seqs.head).toBe(7);
  });

  it('[P3] lets an own acknowledgement overtake the updates before it', () => {
    const seqs = new ReceivedSeqs(4);
    seqs.acknowledge(7, 8);
    expect(seqs.head).toBe(4);
    expect(seqs.hasGap).toBe(true);
    expect(seqs.receive(5, 6)).toBe('next');
    expect(seqs.head).toBe(8);
    expect(seqs.hasGap).toBe(false);
  });
});
