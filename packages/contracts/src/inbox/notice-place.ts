import { registerDecorator } from 'class-validator';

/** Where a notice stands among those of its mandate: its time, and its number among those of one time. */
const NOTICE_PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_\d{1,10}$/;

/** As `NoticeView` gives it: a time that exists, and a number. */
export function isNoticePlace(value: unknown): boolean {
  const [, at] = typeof value === 'string' ? (NOTICE_PLACE.exec(value) ?? []) : [];
  return at !== undefined && !Number.isNaN(Date.parse(at));
}

export const IsNoticePlace = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isNoticePlace',
    target: target.constructor,
    propertyName: String(property),
    validator: { validate: isNoticePlace, defaultMessage: () => 'isNoticePlace' },
  });
