import { IsEmail, Length, Matches } from 'class-validator';

/** Visible ASCII without quotes: one spelling in lower case for everybody who compares addresses. */
const PLAIN = /^[!#-~]+$/;

export function IsEmailAddress(): PropertyDecorator {
  return (target, property) => {
    IsEmail()(target, property);
    Length(3, 254)(target, property);
    Matches(PLAIN)(target, property);
  };
}
