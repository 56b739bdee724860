import './index.js';
import { LIMITS } from '@expert-forum/domain';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { NewDocument } from './documents/outline.js';
import { InboxReading } from './inbox/inbox.js';
import { Invitation, LinkAcceptance } from './people/people.js';
import { NewComment, ThreadAnswer } from './threads/thread-inputs.js';

const id = (index: number): string => `0a0a0a0a-0000-4000-8000-${String(index).padStart(12, '0')}`;
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => id(index));
const letters = (count: number): string => 'あ'.repeat(count);
const comment = { key: id(0), body: 'Words.', mentions: [] };
const invitation = { email: 'a@forum.example', language: 'en', role: 'observer' };

/** What is limited, at what, and a shape that is as large as that. */
const LIMITED: readonly (readonly [string, number, new () => object, (size: number) => object])[] = [
  ['graphemes of a title', LIMITS.title.graphemes, NewDocument, (size) => ({ title: { en: letters(size) } })],
  ['graphemes of a name', LIMITS.name.graphemes, Invitation, (size) => ({ ...invitation, name: letters(size) })],
  ['characters of a comment', LIMITS.comment.characters, NewComment, (size) => ({ ...comment, body: letters(size) })],
  ['mentions in a comment', LIMITS.comment.mentions, NewComment, (size) => ({ ...comment, mentions: ids(size) })],
  ['characters of a reason', LIMITS.thread.reasonCharacters, ThreadAnswer, (size) => ({ disposition: 'noted', reason: letters(size) })],
  ['characters of a password', LIMITS.password.longest, LinkAcceptance, (size) => ({ password: letters(size) })],
  ['notices that are read at once', LIMITS.http.pageRows, InboxReading, (size) => ({ ids: ids(size) })],
];

describe('the limits of what is sent', () => {
  it.each(LIMITED)('[P11] %s: %d are taken, and one more is not', (_what, most, shape, of) => {
    expect([most, most + 1].map((size) => validateSync(plainToInstance(shape, of(size))).length)).toEqual([0, 1]);
  });
});
