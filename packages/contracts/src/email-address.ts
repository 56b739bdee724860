import { IsEmail, isEmail, Length, Matches } from 'class-validator';

const [SHORTEST, LONGEST] = [3, 254];

/** Visible ASCII without quotes: one spelling in lower case for everybody who compares addresses. */
const PLAIN = /^[!#-~]+$/;

export const isEmailAddress = (value: string): boolean => isEmail(value) && PLAIN.test(value) && value.length <= LONGEST;

export function IsEmailAddress(): PropertyDecorator {
  return (target, property) => {
    IsEmail()(target, property);
    Length(SHORTEST, LONGEST)(target, property);
    Matches(PLAIN)(target, property);
  };
}
