import '../index.js';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { isProse } from '../text-limits.js';
import { NewThread, ThreadAnswer } from './thread-inputs.js';

const failing = (errors: ValidationError[]): string[] =>
  errors.flatMap(({ property, children }) => (children?.length ? failing(children).map((name) => `${property}.${name}`) : [property]));

const check = <T extends object>(shape: new () => T, input: object): string[] =>
  failing(validateSync(plainToInstance(shape, input), { whitelist: true, forbidNonWhitelisted: true }));

const id = '0a0a0a0a-0000-4000-8000-000000000001';
const words = { start: { client: 7, clock: 0 }, end: { client: 4_294_967_295, clock: 2_147_483_647 } };
const thread = { key: id, visibility: 'centre', words, body: 'Which scenario?\n\t– the middle one', mentions: [id] };

describe('contracts of threads', () => {
  it('[P11] take a thread as a client sends it', () => {
    expect(check(NewThread, thread)).toEqual([]);
    expect(check(ThreadAnswer, { disposition: 'noted', reason: 'A target.' })).toEqual([]);
  });

  it.each<[string, object]>([
    ['key', { key: undefined }],
    ['visibility', { visibility: 'rapporteurs' }],
    ['words', { words: undefined }],
    ['words', { words: [] }],
    ['words.start', { words: { end: words.end } }],
    ['words.start.client', { words: { ...words, start: { client: -1, clock: 0 } } }],
    ['words.start.clock', { words: { ...words, start: { client: 1, clock: 2 ** 31 } } }],
    ['words.end.type', { words: { ...words, end: { ...words.end, type: null } } }],
    ['body', { body: ' \n ' }],
    ['mentions', { mentions: Array.from({ length: 11 }, (_, index) => id.replace(/..$/, String(index + 10))) }],
    ['mentions', { mentions: [id, id] }],
    ['mentions', { mentions: ['timur'] }],
    ['quote', { quote: 'forged' }],
  ])('[P11] name %s in %j', (property, change) => expect(check(NewThread, { ...thread, ...change })).toEqual([property]));

  it('[TH9] take up to 10,000 characters of prose: line breaks and tabs, nothing else that cannot be seen', () => {
    expect(isProse('あ'.repeat(10_000), 10_000)).toBe(true);
    expect(isProse('a'.repeat(10_001), 10_000)).toBe(false);
    for (const bad of ['', '\n\t', 'a\u0000b', 'a\rb', 'a\u0085b', 'e\u0301', '\ud83c', 'a\udf0fb', 'a\u202eb']) expect(isProse(bad, 100)).toBe(false);
    expect(isProse('🌏 a\n\tb', 100)).toBe(true);
  });
});
