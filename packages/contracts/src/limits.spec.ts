import './index.js';
import { LIMITS } from '@expert-forum/domain';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { NewDocument } from './documents/outline.js';
import { InboxReading } from './inbox/inbox.js';
import { SignIn } from './people/logins.js';
import { Invitation, LinkAcceptance } from './people/people.js';
import { NewPublication } from './publications/publications.js';
import { Agenda } from './sessions/agenda.js';
import { PlanSession } from './sessions/sessions.js';
import { NewComment, ThreadAnswer } from './threads/thread-inputs.js';

const id = (index: number): string => `0a0a0a0a-0000-4000-8000-${String(index).padStart(12, '0')}`;
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => id(index));
const letters = (count: number): string => 'あ'.repeat(count);
const comment = { key: id(0), body: 'Words.', mentions: [] };
const sections = (count: number): string[] => Array.from({ length: count }, (_, index) => `s-${String(index).padStart(10, '0')}`);
const item = { title: { en: 'An item' }, minutes: 10, sectionIds: [] };
const items = (count: number): object[] => Array.from({ length: count }, () => item);
const plan = { title: { en: 'A session' }, startsAt: '2026-06-01T09:00:00Z', endsAt: '2026-06-01T10:00:00Z' };
const publication = { title: { en: 'A text' }, slug: 'a-text', confirmation: 'a-text', digest: '0'.repeat(64), isCorrection: false };
const invitation = { email: 'a@forum.example', language: 'en', role: 'observer' };

/** What is limited, at what, and a shape that is as large as that. */
const LIMITED: readonly (readonly [string, number, new () => object, (size: number) => object])[] = [
  ['graphemes of a title', LIMITS.title.graphemes, NewDocument, (size) => ({ title: { en: letters(size) } })],
  ['graphemes of a name', LIMITS.name.graphemes, Invitation, (size) => ({ ...invitation, name: letters(size) })],
  ['characters of a comment', LIMITS.comment.characters, NewComment, (size) => ({ ...comment, body: letters(size) })],
  ['mentions in a comment', LIMITS.comment.mentions, NewComment, (size) => ({ ...comment, mentions: ids(size) })],
  ['characters of a reason', LIMITS.thread.reasonCharacters, ThreadAnswer, (size) => ({ disposition: 'noted', reason: letters(size) })],
  ['characters of a password', LIMITS.password.longest, LinkAcceptance, (size) => ({ password: letters(size) })],
  ['characters of a password that is tried', LIMITS.password.longest, SignIn, (size) => ({ email: 'a@forum.example', password: letters(size) })],
  ['items of an agenda', LIMITS.session.items, Agenda, (size) => ({ items: items(size) })],
  ['items of a session that is planned', LIMITS.session.items, PlanSession, (size) => ({ ...plan, items: items(size) })],
  ['sections of an item', LIMITS.session.itemSections, Agenda, (size) => ({ items: [{ ...item, sectionIds: sections(size) }] })],
  ['minutes of an item', LIMITS.session.itemMinutes, Agenda, (minutes) => ({ items: [{ ...item, minutes }] })],
  ['sections that a publication keeps back', LIMITS.publication.sections, NewPublication, (size) => ({ ...publication, keptBack: sections(size) })],
  ['notices that are read at once', LIMITS.http.pageRows, InboxReading, (size) => ({ ids: ids(size) })],
];

describe('the limits of what is sent', () => {
  it.each(LIMITED)('[P11] %s: %d are taken, and one more is not', (_what, most, shape, of) => {
    expect([most, most + 1].map((size) => validateSync(plainToInstance(shape, of(size))).length)).toEqual([0, 1]);
  });

  it('[P11] characters of a password: as few as 12 are taken, and one fewer is not', () => {
    const { shortest } = LIMITS.password;
    expect([shortest, shortest - 1].map((size) => validateSync(plainToInstance(LinkAcceptance, { password: letters(size) })).length)).toEqual([0, 1]);
  });
});
