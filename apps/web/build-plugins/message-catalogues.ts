import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

type Catalogues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is wrong between catalogues, one sentence each: a missing or foreign key, bad ICU, or arguments that differ. */
export function catalogueFaults(catalogues: Catalogues, reference = 'en'): string[] {
  const source = catalogues[reference] ?? {};
  return Object.entries(catalogues).flatMap(([language, messages]) => [
    ...Object.keys(source).filter((key) => !(key in messages)).map((key) => `${language}: "${key}" is missing`),
    ...Object.entries(messages).flatMap(([key, message]) => messageFaults(language, key, message, source[key])),
  ]);
}

function messageFaults(language: string, key: string, message: string, source: string | undefined): string[] {
  if (source === undefined) return [`${language}: "${key}" is in no other catalogue`];
  try {
    const [own, wanted] = [argumentsOf(message), argumentsOf(source)];
    return own === wanted ? [] : [`${language}: "${key}" uses {${own}} instead of {${wanted}}`];
  } catch (fault) {
    return [`${language}: "${key}" is not an ICU message (${String(fault)})`];
  }
}

function argumentsOf(message: string): string {
  const names = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
      if (element.type === TYPE.tag) visit(element.children);
    }
  };
  visit(parse(message));
  return [...names].sort().join(', ');
}

export function readCatalogues(folder: string): Catalogues {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8'))]));
}

/** Ends the build when a sentence is missing in one of the languages. */
export const messageCatalogues = (folder: string): Plugin => ({
  name: 'forum:message-catalogues',
  buildStart() {
    const faults = catalogueFaults(readCatalogues(folder));
    if (faults.length > 0) this.error(`The message catalogues differ:\n${faults.join('\n')}`);
  },
});
