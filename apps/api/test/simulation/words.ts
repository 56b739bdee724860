import * as Y from 'yjs';

/** Every sign that updates bring, also where they or others delete it. */
export function wordsIn(updates: readonly Uint8Array[]): Set<string> {
  const structs = updates.flatMap((update) => Y.decodeUpdate(update).structs);
  return new Set(structs.flatMap((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [...struct.content.str] : [])));
}

/** Signs that mean nothing to Yjs or the editor, and of which there are enough. */
const FIRST_SIGN = 0x4e00;

export const signOf = (number: number): string => String.fromCodePoint(FIRST_SIGN + number);

export const isSign = (letter: string): boolean => (letter.codePointAt(0) ?? 0) >= FIRST_SIGN;
