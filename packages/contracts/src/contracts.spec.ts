import './index.js';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { NewDocument, NewSection } from './documents/outline.js';
import { isEmailAddress } from './email-address.js';
import { SignIn } from './people/logins.js';
import { MandateTermChange, NewCentre } from './people/people.js';

const failing = (errors: ValidationError[]): string[] =>
  errors.flatMap(({ property, children }) => (children?.length ? failing(children).map((name) => `${property}.${name}`) : [property]));

const check = <T extends object>(shape: new () => T, input: object): string[] =>
  failing(validateSync(plainToInstance(shape, input), { whitelist: true, forbidNonWhitelisted: true }));

describe('contracts', () => {
  it('[P11] take what they describe and name what they do not', () => {
    expect(check(SignIn, { email: 'timur@chirchik.example', password: 'secret' })).toEqual([]);
    expect(check(SignIn, { email: 'timur', password: '', extra: 1 })).toEqual(['extra', 'email', 'password']);
    expect(check(NewCentre, { code: 'UZB-CTP', name: { en: 'Lab', ru: 'Лаборатория' } })).toEqual([]);
    expect(check(NewCentre, { code: 'uzb', name: { en: '' } })).toEqual(['code', 'name.en']);
  });

  it('[P11] count graphemes, and take no control characters or other normal forms', () => {
    const titled = (en: string): string[] => check(NewSection, { title: { en } });
    expect(titled('Ў'.repeat(300))).toEqual([]);
    expect(titled('👩‍👩‍👧'.repeat(300))).toEqual([]);
    expect(titled('a'.repeat(301))).toEqual(['title.en']);
    for (const bad of [' ', 'a\u0000b', 'a\nb', 'e\u0301', 'x'.repeat(100_000)]) expect(titled(bad)).toEqual(['title.en']);
  });

  it('[P11] take nothing that is not shown, and nothing that turns the line around', () => {
    for (const bad of ['a\ud800', 'a\u202eb', 'a\u2066b', 'a\u2028b', '\u007f']) expect([bad, check(NewSection, { title: { en: bad } })]).toEqual([bad, ['title.en']]);
    expect(check(NewSection, { title: { en: 'می‌شود' } })).toEqual([]);
  });

  it('[P11] take one nested shape, not a list of them, and no null for what may be left out', () => {
    for (const title of [undefined, null, [], [{ en: 'A' }], 'A']) expect(check(NewDocument, { title })).toEqual(['title']);
    expect(check(NewSection, { title: { en: 'A' }, parentId: null })).toEqual(['parentId']);
    expect(check(NewSection, { title: { en: 'A', ja: null } })).toEqual(['title.ja']);
  });

  it('[P11] take times in one form', () => {
    const ending = (endsAt: string): string[] => check(MandateTermChange, { endsAt });
    for (const good of ['2026-12-31', '2026-12-31T10:00Z', '2026-12-31T10:00:00.123+05:00']) expect([good, ending(good)]).toEqual([good, []]);
    for (const bad of ['2026-W01-1', '2026-02-30', '2026-12-31T10:00:00', '+012026-12-31', '20261231', '']) expect([bad, ending(bad)]).toEqual([bad, ['endsAt']]);
  });

  it('[PE7] take addresses that have one spelling in lower case', () => {
    for (const good of ['a@forum.example', 'A.b+c@forum.example']) expect(isEmailAddress(good)).toBe(true);
    for (const bad of ['É@forum.example', '"a b"@forum.example', 'a@forum', 'a\u0000@forum.example']) expect([bad, isEmailAddress(bad)]).toEqual([bad, false]);
  });

  it('[P11] take no foreign form of an id', () => {
    expect(check(NewSection, { parentId: "s-0'; DROP", title: { en: 'A' } })).toEqual(['parentId']);
  });
});
