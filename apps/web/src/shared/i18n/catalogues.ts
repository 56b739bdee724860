import type en from './messages/en.json';
import type { Language } from './languages.js';

/** Every sentence of the interface has a key; English is the list of them. */
export type MessageKey = keyof typeof en;
export type Catalogue = Record<MessageKey, string>;

const loaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('./messages/en.json'),
  ru: () => import('./messages/ru.json'),
  ja: () => import('./messages/ja.json'),
};

export const loadCatalogue = async (language: Language): Promise<Catalogue> => (await loaders[language]()).default;
