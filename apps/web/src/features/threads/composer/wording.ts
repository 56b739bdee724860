import type { MentionableView } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';

export type Mentioned = Pick<MentionableView, 'memberId' | 'memberName'>;

/** What somebody is writing: words, and whom they named in them. */
export interface Wording {
  readonly body: string;
  readonly named: readonly Mentioned[];
}

export const EMPTY: Wording = { body: '', named: [] };

const { characters: LONGEST, mentions: MOST_MENTIONS } = LIMITS.comment;
const BEGUN = /(?:^|[\s(（「、。])@([^\n@]{0,40})$/u;

/** What was typed after an `@` before the caret; null: nobody is being named. */
export const namingAt = (body: string, caret: number): string | null => BEGUN.exec(body.slice(0, caret))?.[1] ?? null;

/** Puts a name where it was begun. */
export function withName({ body, named }: Wording, caret: number, { memberId, memberName }: Mentioned): { wording: Wording; caret: number } {
  const from = body.slice(0, caret).lastIndexOf('@');
  const before = `${body.slice(0, from)}@${memberName} `;
  const others = named.filter((each) => each.memberId !== memberId);
  return { wording: { body: before + body.slice(caret).replace(/^ /, ''), named: [...others, { memberId, memberName }] }, caret: before.length };
}

/** Those whose name or centre has a word that begins so; a member once, whatever the mandates. */
export function found(people: readonly MentionableView[], begun: string, most = 6): MentionableView[] {
  const wanted = begun.toLocaleLowerCase();
  const fits = ({ memberName, centreCode }: MentionableView): boolean =>
    [memberName, ...memberName.split(' '), centreCode ?? ''].some((word) => word.toLocaleLowerCase().startsWith(wanted));
  const fitting = people.filter(fits);
  return fitting.filter(({ memberId }, index) => fitting.findIndex((each) => each.memberId === memberId) === index).slice(0, most);
}

/** As the forum takes it: without blanks around, and those who are still named. */
export function sentWording({ body, named }: Wording): { body: string; mentions: string[] } {
  const words = body.normalize('NFC').trim();
  return { body: words, mentions: named.filter(({ memberName }) => words.includes(`@${memberName}`)).map(({ memberId }) => memberId) };
}

/** Why it cannot be sent as it is. */
export function faultIn(wording: Wording): 'empty' | 'too-long' | 'too-many' | null {
  const { body, mentions } = sentWording(wording);
  if (body === '') return 'empty';
  if (body.length > LONGEST) return 'too-long';
  return mentions.length > MOST_MENTIONS ? 'too-many' : null;
}

/** How many characters may still be written; said when they become few. */
export const charactersLeft = ({ body }: Wording): number => LONGEST - body.length;
