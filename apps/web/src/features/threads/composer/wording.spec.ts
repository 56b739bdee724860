import { describe, expect, it } from '@jest/globals';
import type { MentionableView } from '@expert-forum/contracts';
import { charactersLeft, faultIn, found, namingAt, sentWording, withName, type Wording } from './wording.js';

const person = (memberId: string, memberName: string, centreCode: string | null = null): MentionableView => ({ memberId, memberName, role: 'expert', centreCode });
const mio = person('m-1', 'Mio F.', 'JPN-HDP');

describe('a comment that is being written', () => {
  it('[TH8] names somebody after an @ that begins a word', () => {
    expect(namingAt('Ask @Mi', 7)).toBe('Mi');
    expect(namingAt('@', 1)).toBe('');
    expect(namingAt('ask（@Mi', 7)).toBe('Mi');
    expect(namingAt('mail a@b', 8)).toBeNull();
    expect(namingAt('Ask @Mi', 3)).toBeNull();
  });

  it('[TH8] finds members by name and centre, each once', () => {
    const people = [mio, person('m-1', 'Mio F.', 'JPN-OTH'), person('m-2', 'Kamola I.', 'UZB-CTP')];
    expect(found(people, 'mi').map(({ memberId }) => memberId)).toEqual(['m-1']);
    expect(found(people, 'uzb').map(({ memberId }) => memberId)).toEqual(['m-2']);
    expect(found(people, '')).toHaveLength(2);
    expect(found(people, 'x')).toEqual([]);
  });

  it('[TH8] mentions whoever is still named when it is sent', () => {
    const { wording, caret } = withName({ body: 'Ask @Mi about it', named: [] }, 7, mio);
    expect([wording.body, caret]).toEqual(['Ask @Mio F. about it', 12]);
    expect(sentWording(wording)).toEqual({ body: 'Ask @Mio F. about it', mentions: ['m-1'] });
    expect(sentWording({ ...wording, body: ' Ask nobody \n' })).toEqual({ body: 'Ask nobody', mentions: [] });
  });

  it('[TH9] has words, and not too many of them', () => {
    const wording = (body: string, named: Wording['named'] = []): Wording => ({ body, named });
    expect(faultIn(wording(' \n'))).toBe('empty');
    expect(faultIn(wording('a'.repeat(10_000)))).toBeNull();
    expect(faultIn(wording('a'.repeat(10_001)))).toBe('too-long');
    const many = Array.from({ length: 11 }, (_, index) => person(`m-${index}`, `N${index}.`));
    expect(faultIn(wording(many.map(({ memberName }) => `@${memberName}`).join(' '), many))).toBe('too-many');
    expect(charactersLeft(wording('abc'))).toBe(9_997);
  });
});
