import type { Verdict } from '@expert-forum/domain';
import { describe, expect, it } from '@jest/globals';
import { StandingChanged, type WriteRequest } from '../../src/features/drafting/store/drafting-store.js';
import { bare, row, type ContractStage } from './contract-stage.js';

/** What every store keeps where a write is judged by what an earlier one has read. */
export function describeTrustingWrites(stage: () => ContractStage): void {
  describe('a write that trusts in what an earlier one has read', () => {
    const ACTS = ['freeze', 'remove drafter', 'withdraw', 'sign out', 'remove section', 'renew epoch'] as const;

    /** The next row, judged by what is remembered. */
    const trust = (request: WriteRequest, seq: number): Promise<void> =>
      stage().store.write([request], async (transaction) => {
        expect(transaction.mayWrite(request)).toEqual({ ok: true });
        transaction.append(request.channel, [row(seq, request.lease)]);
      }, true);

    it('[R14] stores its rows, and those after them', async () => {
      const { place, request } = await stage().desk();
      await stage().writeNext(request);
      for (const seq of [2, 3]) await trust(request, seq);
      expect(await stage().logOf(place)).toEqual([1, 2, 3].map((seq) => row(seq, request.lease)));
    });

    it.each(ACTS)('[R14] stores nothing once something it was judged by has changed (%s), and is judged anew', async (act) => {
      const { place, person, request } = await stage().desk();
      await stage().writeNext(request);
      await (await stage().world.begin(act, place, person)).commit();
      await expect(trust(request, 2)).rejects.toThrow(StandingChanged);
      const verdict = await stage().store.write([request], async (transaction) => transaction.mayWrite(request), true);
      expect(verdict.ok).toBe(false);
    });

    it.each(ACTS)('[R14] waits for an act that began before it (%s), and sees it', async (act) => {
      const { place, person, request } = await stage().desk();
      await stage().writeNext(request);
      const begun = await stage().world.begin(act, place, person);
      const write = expect(trust(request, 2)).rejects.toThrow(StandingChanged);
      await begun.untilSomebodyWaits();
      await begun.commit();
      await write;
    });

    it('[R14] does not refuse what was allowed meanwhile', async () => {
      const { place, person, request } = await stage().desk();
      await (await stage().world.begin('freeze', place, person)).commit();
      const verdictOf = (): Promise<Verdict> => stage().store.write([request], async (transaction) => transaction.mayWrite(request), true);
      expect(await verdictOf()).toMatchObject({ ok: false, problem: 'section-frozen' });
      await (await stage().world.begin('reopen', place, person)).commit();
      await expect(verdictOf()).rejects.toThrow(StandingChanged);
      expect(await verdictOf()).toEqual({ ok: true });
    });

    it('[R1] stores nothing of a lease that went to a newer connection', async () => {
      const { place, request } = await stage().desk();
      await stage().writeNext(request);
      await stage().store.resumeLeases(await stage().headOf(place), { ...request.writer, connectionId: 'newer', ordinal: 2 }, [request.lease]);
      await expect(trust(request, 2)).rejects.toThrow(StandingChanged);
      expect(await stage().logOf(place)).toEqual([row(1, request.lease)]);
    });

    it('[R5] stores nothing where another node has written meanwhile, in any of its sections', async () => {
      const [a, b] = [await stage().desk(), await stage().desk()];
      for (const { request } of [a, b]) await stage().writeNext(request);
      const other = await stage().requestOf(b.place, b.person);
      await (await stage().world.node()).write([other], async (transaction) => transaction.append(b.place.channel, [row(2, other.lease, 1)]));
      const both = stage().store.write([a.request, b.request], async (transaction) => {
        for (const { channel, lease } of [a.request, b.request]) transaction.append(channel, [row(2, lease)]);
      }, true);
      await expect(both).rejects.toThrow(StandingChanged);
      expect([(await stage().logOf(a.place)).length, (await stage().logOf(b.place)).length]).toEqual([1, 2]);
    });

    it('[R5] takes its locks where it has to read, and stores with them', async () => {
      const { place, request } = await stage().desk();
      await stage().writeNext(request);
      const found = await stage().store.write([request], async (transaction) => {
        transaction.append(place.channel, [row(2, request.lease)]);
        transaction.raiseSchema(place.channel, 2);
        return transaction.findRows(place.channel, request.lease, 1, 9);
      }, true);
      expect(bare(found)).toEqual([row(1, request.lease)]);
      expect([await stage().headOf(place), await stage().logOf(place)]).toMatchObject([{ seq: 2, schema: 2 }, [row(1, request.lease), row(2, request.lease)]]);
      await expect(trust(request, 3)).rejects.toThrow(StandingChanged); // of the schema before
    });

    it.each(['took them to read', 'takes them to commit'])('[R5] stores nothing where another node has written before it has its locks (%s)', async (when) => {
      const { place, person, request } = await stage().desk();
      await stage().writeNext(request);
      const other = await stage().requestOf(place, person);
      await stage().writeNext(other, await stage().world.node());
      const late = stage().store.write([request], async (transaction) => {
        if (when === 'took them to read') await transaction.findRows(place.channel, request.lease, 1, 1);
        else transaction.raiseSchema(place.channel, 2);
        transaction.append(place.channel, [row(2, request.lease)]);
      }, true);
      await expect(late).rejects.toThrow(StandingChanged);
      expect(await stage().headOf(place)).toMatchObject({ seq: 2, schema: 1 });
      expect((await stage().logOf(place)).map(({ lease }) => lease)).toEqual([request.lease, other.lease]);
    });

    it('[R14] finds out under its locks that something has changed', async () => {
      const { place, person, request } = await stage().desk();
      await stage().writeNext(request);
      await (await stage().world.begin('freeze', place, person)).commit();
      const read = stage().store.write([request], (transaction) => transaction.readLog(place.channel, 0), true);
      await expect(read).rejects.toThrow(StandingChanged);
    });
  });
}
