import * as Y from 'yjs';
import { Arrivals } from './arrivals.ts';

describe('arrivals', () => {
  it('[B2] count one delay an edit and receiver, and end when the last one has arrived', async () => {
    const replicas = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
    const [writer, ...readers] = replicas;
    const arrivals = new Arrivals(replicas);
    arrivals.press(writer, () => writer.getText().insert(0, 'a'));
    arrivals.press(writer, () => writer.getText().insert(1, 'b'));

    const ended = arrivals.whenAllArrived();
    for (const reader of readers) Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer));
    await ended;

    expect(arrivals.delays).toHaveLength(4);
  });

  it('[B2] do not take for an arrival what was there before', () => {
    const [writer, reader] = [new Y.Doc(), new Y.Doc()];
    writer.getText().insert(0, 'old');
    const arrivals = new Arrivals([writer, reader]);
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer));
    expect(arrivals.delays).toEqual([]);
  });
});
