import { Type } from 'class-transformer';
import { registerDecorator, ValidateNested } from 'class-validator';

/** One nested shape. `ValidateNested` alone lets pass what is left out, null, or a list of them. */
export function Nested(shape: () => new () => object): PropertyDecorator {
  return (target, property) => {
    Type(shape)(target, property);
    ValidateNested()(target, property);
    registerDecorator({
      name: 'isNested',
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: (value: unknown) => value instanceof shape(), defaultMessage: () => 'isNested' },
    });
  };
}
