import { numberOutline } from './section-numbers.js';

describe('numberOutline', () => {
  it('[OU1] numbers chapters and their sections by place, not by identity', () => {
    const numbers = numberOutline([
      { id: 'second', parentId: null, position: 20 },
      { id: 'b', parentId: 'second', position: 9 },
      { id: 'first', parentId: null, position: 10 },
      { id: 'a', parentId: 'second', position: 3 },
    ]);
    expect([...numbers]).toEqual([
      ['first', '1'],
      ['second', '2'],
      ['a', '2.1'],
      ['b', '2.2'],
    ]);
  });
});
