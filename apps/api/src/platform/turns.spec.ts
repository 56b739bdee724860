import { setImmediate } from 'node:timers/promises';
import { Turns } from './turns.js';

describe('turns', () => {
  let begun: string[];
  let ends: Map<string, (error?: Error) => void>;

  beforeEach(() => {
    begun = [];
    ends = new Map();
  });

  const work = (name: string) => (): Promise<string> => {
    begun.push(name);
    return new Promise((resolve, reject) => ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error))));
  };
  const end = async (name: string, error?: Error): Promise<void> => {
    ends.get(name)?.(error);
    await setImmediate();
  };

  it('are so many at once, and go to who waits in the order of coming, also behind one that failed', async () => {
    const turns = new Turns(2);
    const done = ['a', 'b', 'c', 'd', 'e'].map((name) => turns.run(work(name)).catch(({ message }: Error) => message));
    await setImmediate();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('a', new Error('a failed'));
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    for (const name of ['c', 'd', 'e']) await end(name);
    expect(await Promise.all(done)).toEqual(['a failed', 'b', 'c', 'd', 'e']);
  });

  it('come back when nobody waits', async () => {
    const turns = new Turns(1);
    const first = turns.run(work('a'));
    await end('a');
    await first;
    void turns.run(work('b'));
    void turns.run(work('c'));
    await setImmediate();
    expect(begun).toEqual(['a', 'b']);
  });
});
