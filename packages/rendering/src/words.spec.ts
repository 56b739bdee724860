import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };

const namesIn = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    return [element.value, ...(element.type === TYPE.plural ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : [])];
  });
const argumentsOf = (message: string): string[] => [...new Set(namesIn(parse(message)))].sort();

it.each([['ru', ru], ['ja', ja]] as const)('[PU9] public pages say in %s what they say in English, with the same values', (_language, catalogue) => {
  expect(Object.keys(catalogue)).toEqual(Object.keys(en));
  for (const [key, message] of Object.entries(en)) {
    const own = Object.entries(catalogue).find(([each]) => each === key)?.[1] ?? '';
    expect([key, argumentsOf(own)]).toEqual([key, argumentsOf(message)]);
    expect(parse(own).length).toBeGreaterThan(0);
  }
});
