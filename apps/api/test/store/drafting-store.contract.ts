import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommitFailed, type DraftingStore, type Writer, type WriteRequest } from '../../src/features/drafting/store/drafting-store.js';
import { bare, ContractStage, row } from './contract-stage.js';
import type { Act, ContractWorld, Place } from './contract-world.js';
import { describeTrustingWrites } from './trusting-writes.contract.js';

/** What every store of texts keeps: the one test of both PostgreSQL and the memory of the simulation. */
export function describeDraftingStore(name: string, start: () => Promise<ContractWorld>): void {
  describe(`texts in ${name}`, () => {
    let world: ContractWorld;
    let store: DraftingStore;
    let stage: ContractStage;
    beforeAll(async () => {
      world = await start();
      store = await world.node();
      stage = new ContractStage(world, store);
    });
    afterAll(() => world.stop());

    const desk = () => stage.desk();
    const headOf = (place: Place) => stage.headOf(place);
    const logOf = (place: Place) => stage.logOf(place);
    const writeNext = (...what: Parameters<ContractStage['writeNext']>) => stage.writeNext(...what);

    describeTrustingWrites(() => stage);

    describe('the log', () => {
      it('[R5] is read back in order, from where it is asked for', async () => {
        const { place, request } = await desk();
        await store.write([request], async (transaction) => transaction.append(place.channel, [2, 1, 3].map((seq) => row(seq, request.lease))));
        expect(await logOf(place)).toEqual([1, 2, 3].map((seq) => row(seq, request.lease)));
        expect(bare(await store.readLog(place.channel, 1, 2))).toEqual([row(3, request.lease)]);
        await store.write([request], async (transaction) => {
          expect(bare(await transaction.readLog(place.channel, 1))).toEqual([row(2, request.lease), row(3, request.lease)]);
          expect(transaction.heads.get(place.channel)).toMatchObject({ id: place.id, channel: place.channel, epoch: 1, seq: 3, phase: 'drafting' });
          const found = await transaction.findRows(place.channel, request.lease, 2, 9);
          expect(found.map(({ n }) => n).sort()).toEqual([2, 3]);
          expect(await transaction.findRows(place.channel, request.lease, 4, 9)).toEqual([]);
        });
        expect(await store.heads([place.channel, 0])).toEqual(new Map([[place.channel, { epoch: 1, seq: 3 }]]));
      });

      it('[R5] keeps every lease as it is, from the smallest to the largest', async () => {
        const { place, request } = await desk();
        const leases = [1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
        const rows = leases.map((lease, index) => row(index + 1, lease, 1));
        await store.write([request], async (transaction) => transaction.append(place.channel, rows));
        expect(await logOf(place)).toEqual(rows);
        await store.write([request], async (transaction) => {
          for (const stored of rows) expect(bare(await transaction.findRows(place.channel, stored.lease, 1, 1))).toEqual([stored]);
        });
      });

      it('[R5] takes each seq once and each number of a lease once', async () => {
        const { place, request } = await desk();
        await writeNext(request);
        const other = request.lease === 1 ? 2 : request.lease - 1;
        for (const taken of [row(1, other, 7), row(2, request.lease, 1)]) {
          await expect(store.write([request], async (transaction) => transaction.append(place.channel, [taken]))).rejects.toThrow(CommitFailed);
        }
        expect(await logOf(place)).toEqual([row(1, request.lease)]);
      });

      it('[R5] takes all of a write over several sections, or nothing', async () => {
        const [a, b] = [await desk(), await desk()];
        await writeNext(b.request);
        const both = store.write([a.request, b.request], async (transaction) => {
          transaction.append(a.place.channel, [row(1, a.request.lease)]);
          transaction.append(b.place.channel, [row(1, b.request.lease)]);
        });
        await expect(both).rejects.toThrow(CommitFailed);
        const halfway = store.write([a.request], async (transaction) => {
          transaction.append(a.place.channel, [row(1, a.request.lease)]);
          throw new Error('thrown while judging');
        });
        await expect(halfway).rejects.toThrow(CommitFailed);
        expect([await logOf(a.place), await logOf(b.place)]).toEqual([[], [row(1, b.request.lease)]]);
      });

      it('[R5] is dense although many nodes write at once, and none of them waits in a circle', async () => {
        const [a, b] = [await desk(), await desk()];
        const nodes = await Promise.all([world.node(), world.node(), world.node()]);
        const writes = Array.from({ length: 24 }, (_, index) => {
          const requests = index % 2 === 0 ? [a.request, b.request] : [b.request, a.request];
          return nodes[index % 3]?.write(requests, async (transaction) => {
            for (const { channel, lease } of requests) {
              const seq = (transaction.heads.get(channel)?.seq ?? 0) + 1;
              transaction.append(channel, [row(seq, lease)]);
            }
          });
        });
        await Promise.all(writes);
        for (const { place } of [a, b]) expect((await logOf(place)).map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
      });

      it.each([
        ['failed', []],
        ['unheard', [1]],
      ] as const)('[R5] a commit whose answer is lost is unknown to its node, and known to the log (%s)', async (fate, stored) => {
        const { request } = await desk();
        await expect(writeNext(request, await world.node(fate))).rejects.toThrow(CommitFailed);
        expect(await writeNext(request, store, 2)).toEqual([stored.length + 1, stored.length + 2]);
      });
    });

    describe('rights', () => {
      const verdictAfter = async (act: Act): Promise<unknown> => {
        const { place, person, request } = await desk();
        const begun = await world.begin(act, place, person);
        const write = store.write([request], async (transaction) => {
          const verdict = transaction.mayWrite(request);
          return { epoch: transaction.heads.get(place.channel)?.epoch, problem: verdict.ok ? null : verdict.problem };
        });
        await begun.untilSomebodyWaits();
        await begun.commit();
        return write;
      };

      it.each([
        ['freeze', { epoch: 1, problem: 'section-frozen' }],
        ['remove drafter', { epoch: 1, problem: 'not-a-drafter' }],
        ['withdraw', { epoch: 1, problem: 'mandate-not-held' }],
        ['sign out', { epoch: 1, problem: 'login-required' }],
        ['remove section', { epoch: undefined, problem: 'section-removed' }],
        ['renew epoch', { epoch: 2, problem: 'lease-unknown' }],
      ] as const)('[R14] a write that waited for an act (%s) is judged by what the act has changed', async (act, judged) => {
        expect(await verdictAfter(act)).toEqual(judged);
      });

      it('[R14] an act waits for the write that began before it', async () => {
        const { place, person, request } = await desk();
        const order: string[] = [];
        const begun = await store.write([request], async (transaction) => {
          const act = world.begin('freeze', place, person).finally(() => order.push('act'));
          transaction.append(place.channel, [row(1, request.lease)]);
          await transaction.readLog(place.channel, 0);
          order.push('write');
          return { act };
        });
        await (await begun.act).commit();
        expect(order).toEqual(['write', 'act']);
        expect(await logOf(place)).toEqual([row(1, request.lease)]);
      });

      it('[R14] everybody in a write is judged for themselves', async () => {
        const { place, request } = await desk();
        const stranger = await world.drafter(await world.section());
        const others = { ...request, writer: { ...request.writer, ...stranger } };
        await store.write([request, others], async (transaction) => {
          expect([request, others].map((each) => transaction.mayWrite(each))).toEqual([{ ok: true }, { ok: false, problem: 'not-a-drafter' }]);
        });
        const view = await store.view(place.id, place.forumId, others.writer);
        expect(view).toMatchObject({ head: { id: place.id, seq: 0 }, mayWrite: { ok: false, problem: 'not-a-drafter' } });
      });

      it('[R14] a section that was removed is nobody’s', async () => {
        const { place, person, request } = await desk();
        await (await world.begin('remove section', place, person)).commit();
        expect([await store.head(place.channel), await store.view(place.id, place.forumId, request.writer)]).toEqual([null, null]);
      });
    });

    describe('leases', () => {
      const mayWrite = (request: WriteRequest): Promise<unknown> =>
        store.write([request], async (transaction) => {
          const verdict = transaction.mayWrite(request);
          return verdict.ok || verdict.problem;
        });

      it('[R1] are lent to one connection of one mandate, and are different', async () => {
        const { place, request } = await desk();
        const leases = await store.grantLeases(await headOf(place), request.writer, 3);
        expect(new Set([...leases, request.lease]).size).toBe(4);
        const colleague = await world.drafter(place);
        expect(await mayWrite(request)).toBe(true);
        expect(await mayWrite({ ...request, writer: { ...request.writer, connectionId: 'second' } })).toBe('lease-unknown');
        expect(await mayWrite({ ...request, writer: { ...request.writer, ...colleague } })).toBe('lease-unknown');
        expect(await mayWrite({ ...request, lease: request.lease === 1 ? 2 : request.lease - 1 })).toBe('lease-unknown');
      });

      it('[R1] go to the newer connection, which fences the older, with their last number', async () => {
        const { place, request } = await desk();
        await writeNext(request, store, 2);
        const newer: Writer = { ...request.writer, connectionId: 'newer', ordinal: 2 };
        expect(await store.resumeLeases(await headOf(place), newer, [request.lease])).toEqual([{ lease: request.lease, lastN: 2 }]);
        expect(await mayWrite(request)).toBe('lease-unknown');
        expect(await mayWrite({ ...request, writer: newer })).toBe(true);
      });

      it('[R1] come back with the last number of each, be they small or large', async () => {
        const { place, request } = await desk();
        const leases = await store.grantLeases(await headOf(place), request.writer, 16);
        await store.write([request], async (transaction) => transaction.append(place.channel, leases.map((lease, index) => row(index + 1, lease))));
        const held = await store.resumeLeases(await headOf(place), request.writer, leases);
        expect(new Map(held.map(({ lease, lastN }) => [lease, lastN]))).toEqual(new Map(leases.map((lease, index) => [lease, index + 1])));
      });

      it('[R1] are not given back to an older connection whose request comes late', async () => {
        const { place, request } = await desk();
        const newer: Writer = { ...request.writer, connectionId: 'newer', ordinal: 2 };
        await store.resumeLeases(await headOf(place), newer, [request.lease]);
        expect(await store.resumeLeases(await headOf(place), request.writer, [request.lease])).toEqual([]);
        expect(await mayWrite({ ...request, writer: newer })).toBe(true);
      });

      it('[R1] of somebody else, of the server or of nobody are not resumed', async () => {
        const { place, request } = await desk();
        const colleague: Writer = { ...(await world.drafter(place)), connectionId: 'colleague', ordinal: 9 };
        const servers = await store.write([request], (transaction) => transaction.serverLease(place.channel));
        expect(await store.resumeLeases(await headOf(place), colleague, [request.lease, servers])).toEqual([]);
        expect(await store.resumeLeases(await headOf(place), request.writer, [])).toEqual([]);
        expect(await mayWrite({ ...request, lease: servers })).toBe('lease-unknown');
        expect(await mayWrite(request)).toBe(true);
      });

      it('[R19] stay behind in their epoch, while the text moves into the next', async () => {
        const { place, person, request } = await desk();
        await writeNext(request, store, 2);
        await (await world.begin('renew epoch', place, person)).commit();
        const head = await headOf(place);
        expect(head).toMatchObject({ epoch: 2, seq: 2 });
        expect(await logOf(place)).toEqual([row(1, request.lease), row(2, request.lease)]);
        expect(await store.readLog(place.channel, 1, 0)).toEqual([]);
        expect(await store.resumeLeases(head, request.writer, [request.lease])).toEqual([]);
      });
    });
  });
}
