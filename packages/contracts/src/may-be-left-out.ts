import { ValidateIf } from 'class-validator';

/** The member may be left out. Null is not left out: `IsOptional` would let it pass as whatever the member has to be. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_shape, value: unknown) => value !== undefined);
