import { readArguments } from './run-command.js';

describe('readArguments', () => {
  it('[ST10] takes what stands in place of the words in capitals', () => {
    expect(readArguments('admin -- create-secretariat EMAIL', ['create-secretariat', 'a@b.example'])).toEqual(['a@b.example']);
    expect(readArguments('verify-ledger', [])).toEqual([]);
  });

  it.each([
    ['backup FILE', []],
    ['backup FILE', ['a', 'b']],
    ['admin -- create-secretariat EMAIL', ['remove-secretariat', 'a@b.example']],
  ])('[ST10] answers anything but %s with the usage', (usage, typed) => {
    expect(() => readArguments(usage, typed)).toThrow(`Usage: npm run ${usage}`);
  });
});
