import * as Y from 'yjs';
import { Flights } from './flights.ts';

describe('flights', () => {
  it('[B2] take the time to every receiver, also where edits are merged on their way', () => {
    let now = 0;
    const flights = new Flights(2, () => now);
    const writer = new Y.Doc();
    const updates: Uint8Array[] = [];
    writer.on('update', (update: Uint8Array) => updates.push(update));
    for (const [index, letter] of ['a', 'b'].entries()) {
      flights.sent(writer.clientID, index);
      writer.getText().insert(index, letter);
      now += 10;
    }

    for (const update of updates) flights.arrived(update, 0);
    expect([flights.delays, flights.outstanding]).toEqual([[20, 10], 2]);
    now = 25;
    flights.arrived(Y.mergeUpdates(updates), 0);
    expect([flights.delays, flights.outstanding]).toEqual([[20, 10, 25, 15], 0]);
  });

  it('[B2] count nothing that was not sent', () => {
    const flights = new Flights(1);
    const other = new Y.Doc();
    other.getText().insert(0, 'old');
    flights.arrived(Y.encodeStateAsUpdate(other), 0);
    expect([flights.delays, flights.outstanding]).toEqual([[], 0]);
  });

  it('[B2] do not count what a server sends back to its writer, and say whether all has arrived in time', async () => {
    const flights = new Flights(1);
    const writer = new Y.Doc();
    flights.sent(writer.clientID, 0);
    writer.getText().insert(0, 'a');
    const update = Y.encodeStateAsUpdate(writer);

    flights.arrived(update, writer.clientID);
    expect(await flights.haveArrived(0)).toBe(false);
    const arriving = flights.haveArrived(60_000);
    flights.arrived(update, 0);
    expect(await arriving).toBe(true);
  });
});
