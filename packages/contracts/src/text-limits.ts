import { registerDecorator, type ValidationOptions } from 'class-validator';

/** What nobody sees, and what makes others see something else: controls, halves of characters, separators, turns of direction. */
const UNSHOWN = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** 1 to `most` graphemes, NFC, nothing that is not shown, not only white space. */
export const IsPlainText = (most: number, options?: ValidationOptions): PropertyDecorator => textRule('isPlainText', isPlainText, most, options);

/** 1 to `most` UTF-16 units, NFC, nothing that is not shown but line breaks and tabs, not only white space. */
export const IsProse = (most: number, options?: ValidationOptions): PropertyDecorator => textRule('isProse', isProse, most, options);

function textRule(name: string, isRight: (value: string, most: number) => boolean, most: number, options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      constraints: [most],
      options: { ...options, context: { limit: most } },
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isRight(value, most),
        defaultMessage: () => name,
      },
    });
}

export function isPlainText(value: string, most: number): boolean {
  if (value.trim() === '' || value.length > most * 16 || value !== value.normalize('NFC') || UNSHOWN.test(value)) return false;
  return [...graphemes.segment(value)].length <= most;
}

export const isProse = (value: string, most: number): boolean =>
  value.trim() !== '' && value.length <= most && value === value.normalize('NFC') && !UNSHOWN.test(value.replace(/[\n\t]/g, ''));
