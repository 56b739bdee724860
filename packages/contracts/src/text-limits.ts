import { registerDecorator, type ValidationOptions } from 'class-validator';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** 1 to `most` graphemes, NFC, without control characters, not only white space. */
export function IsPlainText(most: number, options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isPlainText',
      target: target.constructor,
      propertyName: String(property),
      constraints: [most],
      ...(options && { options }),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isPlainText(value, most),
        defaultMessage: () => 'isPlainText',
      },
    });
}

export function isPlainText(value: string, most: number): boolean {
  if (value.trim() === '' || value.length > most * 16 || value !== value.normalize('NFC') || /\p{Cc}/u.test(value)) return false;
  return [...graphemes.segment(value)].length <= most;
}
