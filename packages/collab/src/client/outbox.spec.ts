import { describe, expect, it } from '@jest/globals';
import { Outbox } from './outbox.js';
import type { OutboxRow } from './storage/section-storage.js';

const typed = (lease: number, n: number, size = 10): OutboxRow => ({ epoch: 1, lease, n, bytes: new Uint8Array(size), at: n });

function outboxOf(...rows: OutboxRow[]): Outbox {
  const outbox = new Outbox();
  outbox.adopt(rows);
  return outbox;
}

describe('outbox', () => {
  it('[R1] sends nothing that is not on disk, nor anything typed after it', () => {
    const outbox = new Outbox();
    const [first, second] = [typed(5, 1), typed(5, 2)];
    outbox.add(first);
    outbox.add(second);
    outbox.markStored([second]);
    expect(outbox.nextParcel(1000)).toBeNull();
    outbox.markStored([first]);
    expect(outbox.nextParcel(1000)).toMatchObject({ lease: 5, firstN: 1, lastN: 2 });
  });

  it('[R5] packs waiting updates of one lease, whole, up to the size of a frame', () => {
    const outbox = outboxOf(typed(5, 1, 40), typed(5, 2, 40), typed(5, 3, 40));
    expect(outbox.nextParcel(100)).toMatchObject({ firstN: 1, lastN: 2 });
    expect(outbox.nextParcel(10)).toMatchObject({ firstN: 1, lastN: 1 });
  });

  it('[R1] keeps the leases of two page lives in separate parcels, the older first', () => {
    const outbox = outboxOf(typed(9, 1), typed(4, 1));
    expect(outbox.nextParcel(1000)).toMatchObject({ lease: 9, lastN: 1 });
    expect(outbox.acknowledge(9, 1)).toBe(1);
    expect(outbox.nextParcel(1000)).toMatchObject({ lease: 4, lastN: 1 });
  });

  it('[R5] offers the same bytes under the same numbers until they are acknowledged', () => {
    const outbox = outboxOf(typed(5, 1), typed(5, 2));
    const sent = outbox.nextParcel(1000);
    expect(outbox.nextParcel(1000)).toEqual(sent);
    outbox.acknowledge(5, 2);
    expect(outbox.nextParcel(1000)).toBeNull();
  });

  it('[R17] a refusal takes out everything typed after the refused update, of other leases too', () => {
    const outbox = outboxOf(typed(5, 1), typed(5, 2), typed(5, 3), typed(4, 1));
    expect(outbox.takeFrom(5, 2)).toEqual([typed(5, 2), typed(5, 3), typed(4, 1)]);
    expect(outbox.rows).toEqual([typed(5, 1)]);
    expect(outbox.oldestAt).toBe(1);
  });
});
