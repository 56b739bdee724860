import { WhereaboutsPicture } from './whereabouts-picture.js';

describe('who is where, on several nodes', () => {
  it('[OU18] is what all of them say, each centre once, and news only where anything else is to be seen', () => {
    const picture = new WhereaboutsPicture();
    expect(picture.say('n1', 's-1', ['UZB-CTP'], 1)).toBe(true);
    expect(picture.say('n2', 's-1', ['JPN-HDP', 'UZB-CTP'], 1)).toBe(true);
    expect(picture.at('s-1')).toEqual(['JPN-HDP', 'UZB-CTP']);
    expect(picture.say('n1', 's-1', [], 2)).toBe(false);
    expect(picture.say('n2', 's-1', [], 2)).toBe(true);
    expect([picture.at('s-1'), picture.places()]).toEqual([[], []]);
  });

  it('[OU18] forgets what a node has not said again', () => {
    const picture = new WhereaboutsPicture();
    picture.say('n1', 's-1', ['UZB-CTP'], 1);
    picture.say('n2', 's-2', ['UZB-CTP'], 1);
    picture.say('n2', 's-2', ['UZB-CTP'], 5);
    expect(picture.forget(5)).toEqual(['s-1']);
    expect(picture.places()).toEqual(['s-2']);
  });
});
