import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that only their holder knows. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: it is too long to be guessed, so one round is enough. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
