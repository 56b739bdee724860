import { IsISO8601, Matches } from 'class-validator';

/** A date (its first moment in UTC) or a time with its zone: the forms of ISO 8601 that everybody reads alike. */
const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

export function IsInstant(): PropertyDecorator {
  return (target, property) => {
    IsISO8601({ strict: true })(target, property);
    Matches(INSTANT)(target, property);
  };
}
