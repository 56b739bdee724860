import { Matches } from 'class-validator';

/** SHA-256 in lower-case hex. */
export const IsContentHash = (): PropertyDecorator => Matches(/^[0-9a-f]{64}$/);
