import './index.js';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { NewSection } from './documents/outline.js';
import { SignIn } from './people/logins.js';
import { NewCentre } from './people/people.js';

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

  it('[P11] take no foreign form of an id', () => {
    expect(check(NewSection, { parentId: "s-0'; DROP", title: { en: 'A' } })).toEqual(['parentId']);
  });
});
