/**
 * Commands that leave no row in the ledger; every other command that changes state appends one. Typing is in the log of the
 * text; carets, who is in the room and who asks to speak are nobody's business once the meeting is over;
 * what somebody has read is nobody's business but theirs.
 */
export const TRANSIENT_COMMANDS = [
  'section:join',
  'section:leave',
  'update:push',
  'update:part',
  'presence:move',
  'session:join',
  'session:leave',
  'floor:ask',
  'floor:withdraw',
  'floor:give',
  'whereabouts:watch',
  'inbox:read',
] as const;

export type TransientCommand = (typeof TRANSIENT_COMMANDS)[number];

export const isTransient = (command: string): command is TransientCommand => TRANSIENT_COMMANDS.some((each) => each === command);
