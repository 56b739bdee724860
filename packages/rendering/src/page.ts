import type { InterfaceLanguage } from '@expert-forum/contracts';
import { html, type Html } from './html.js';
import { LANGUAGE_NAMES, LANGUAGES, type Say } from './words.js';

export interface PageFrame {
  readonly language: InterfaceLanguage;
  readonly say: Say;
  readonly title: string;
  /** The path of this page behind its language. */
  readonly path: string;
  readonly banner: Html | null;
  readonly body: Html;
}

/** A public page: no script, one style sheet, the same in every browser and on paper. */
export const renderPage = ({ language, say, title, path, banner, body }: PageFrame): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say('page.title', { title })}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/publication.css">
${language === 'ja' && html`<link rel="stylesheet" href="/publication-ja.css">`}
</head>
<body>
<header>
${banner && html`<p class="banner">${banner}</p>`}
<div class="bar">
<a class="brand" href="/${language}/p">${say('page.forum')}</a>
<nav aria-label="${say('page.languages')}">${LANGUAGES.map((each) => languageLink(each, language, path))}</nav>
</div>
</header>
${body}
</body>
</html>
`.markup;

const languageLink = (each: InterfaceLanguage, current: InterfaceLanguage, path: string): Html =>
  each === current
    ? html`<a href="/${each}${path}" lang="${each}" aria-current="true">${LANGUAGE_NAMES[each]}</a>`
    : html`<a href="/${each}${path}" lang="${each}" hreflang="${each}">${LANGUAGE_NAMES[each]}</a>`;
