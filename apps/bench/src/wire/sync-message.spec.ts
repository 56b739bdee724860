import * as decoding from 'lib0/decoding';
import { askForState, holdNothing, readSync, updateMessage } from './sync-message.ts';

const HEAD = Uint8Array.of(7);

function read(message: Uint8Array) {
  const decoder = decoding.createDecoder(message);
  return [decoding.readVarUint(decoder), readSync(decoder)];
}

describe('sync messages', () => {
  it('[B8] say what the protocol of y-websocket says, behind the head of a system', () => {
    expect([...askForState(HEAD)]).toEqual([7, 0, 1, 0]);
    expect([...holdNothing(HEAD)]).toEqual([7, 1, 2, 0, 0]);
    expect([...updateMessage(HEAD, Uint8Array.of(5, 6))]).toEqual([7, 2, 2, 5, 6]);
  });

  it('[B8] are read as what they were written', () => {
    expect(read(askForState(HEAD))).toEqual([7, { kind: 'wanted' }]);
    expect(read(holdNothing(HEAD))).toEqual([7, { kind: 'state', bytes: Uint8Array.of(0, 0) }]);
    expect(read(updateMessage(HEAD, Uint8Array.of(5, 6)))).toEqual([7, { kind: 'update', bytes: Uint8Array.of(5, 6) }]);
  });
});
