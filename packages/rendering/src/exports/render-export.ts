import type { InterfaceLanguage, LocalisedTitle } from '@expert-forum/contracts';
import { html, Html } from '../html.js';
import type { ResolveReference } from '../references.js';
import { renderBlocks } from '../render-blocks.js';
import { titleIn, wordsIn, type Say } from '../words.js';
import { factsOf, hashOf, otherTitles, phaseIn, plainTitle, remarksOf, runningHead, timesIn } from './export-facts.js';
import { exportStyle } from './export-style.js';
import { hasWords, referencesOf, sectionsOf, type ExportedChapter, type ExportedHeading, type ExportedSection, type ExportedText } from './exported-text.js';

/** A file of its own, to read in any browser and to print: no script, and nothing that has to be loaded. */
export function renderExport(text: ExportedText): string {
  const { language } = text;
  const say = wordsIn(language);
  const surroundings = { language, say, resolve: referencesOf(text) };
  const banner = text.banner && titleIn(text.banner, language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('page.title', { title: nameOf(text) })}</title>
<style>${new Html(exportStyle(runningHead(text, say), hashOf(text)))}</style>
</head>
<body>
${banner && html`<p class="banner">${banner}</p>`}
<main class="${text.kind}">
${opening(text, say)}
${text.kind === 'section' ? oneSection(text.chapter, text.section, surroundings) : text.chapters.map((each) => chapter(each, surroundings))}
${foot(text, say)}
</main>
</body>
</html>
`.markup;
}

const nameOf = (text: ExportedText): string =>
  text.kind === 'section' ? `${text.section.number} ${plainTitle(text.section.title, text.language)}` : plainTitle(text.document, text.language);

const opening = (text: ExportedText, say: Say): Html => html`<header class="opening">
${text.forum.en !== text.document.en && html`<p class="aside">${titleIn(text.forum, text.language)}</p>`}
<h1>${titleIn(text.document, text.language)}</h1>
<p class="disclaimer">${titleIn(text.disclaimer, text.language)}</p>
${remarksOf(text, say).map((remark) => html`<p class="remark">${remark}</p>`)}
${text.language !== 'en' && html`<p class="aside">${say('export.textIn')}</p>`}
${text.kind === 'whole' && html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${say('page.contents')}</h2><ol>${text.chapters.map((each) => contentsOf(each, text.language))}</ol></nav>`}
</header>`;

const contentsOf = ({ number, title, sections }: ExportedChapter, language: InterfaceLanguage): Html => html`<li>${heading({ number, title }, language)}<ol>${sections.map(
  (section) => html`<li><a href="#s${section.number}">${heading(section, language)}</a></li>`,
)}</ol></li>`;

const heading = ({ number, title }: ExportedHeading, language: InterfaceLanguage): Html => html`<span class="place">${number}</span> ${titleIn(title, language)}`;

interface Surroundings {
  readonly language: InterfaceLanguage;
  readonly say: Say;
  readonly resolve: ResolveReference;
}

const oneSection = (above: ExportedHeading | null, section: ExportedSection, around: Surroundings): Html => html`<section class="chapter">
${above && html`<h2>${heading(above, around.language)}</h2>`}
${sectionOf(section, around)}
</section>`;

const chapter = ({ number, title, sections }: ExportedChapter, around: Surroundings): Html => html`<section class="chapter">
<h2>${heading({ number, title }, around.language)}</h2>
${titles(title, around.language)}
${sections.map((each) => sectionOf(each, around))}
</section>
`;

const sectionOf = (section: ExportedSection, { language, say, resolve }: Surroundings): Html => html`<section id="s${section.number}">
<h3>${heading(section, language)}</h3>
${titles(section.title, language)}
<p class="aside">${phaseIn(section, say)}</p>
<div class="text" lang="en">
${hasWords(section) ? renderBlocks(section.document, section.number, resolve) : html`<p lang="${language}">${say('export.empty')}</p>`}
</div>
</section>
`;

function titles(title: LocalisedTitle, language: InterfaceLanguage): Html | false {
  const others = otherTitles(title, language);
  return others.length > 0 && html`<ul class="titles">${others.map((each) => html`<li lang="${each.language}">${each.title}</li>`)}</ul>`;
}

function foot(text: ExportedText, say: Say): Html {
  const facts = factsOf(text, say).map(({ name, value, isCode }) => html`<dt>${name}</dt><dd>${isCode ? html`<code>${value}</code>` : value}</dd>`);
  return html`<footer class="foot">
<h2>${say('export.foot')}</h2>
<dl>${facts}</dl>
${remarksOf(text, say).map((remark) => html`<p class="aside">${remark}</p>`)}
${text.kind === 'whole' && html`<h2>${say('export.sections')}</h2><p class="aside">${say('export.hashOfWhole')}</p><ol class="list">${sectionsOf(text).map((each) => lineOf(each, text, say))}</ol>`}
${text.kind === 'whole' && text.missing.length > 0 && html`<h2>${say('export.missing')}</h2><ol class="list">${text.missing.map((each) => html`<li>${heading(each, text.language)}</li>`)}</ol>`}
<p class="disclaimer">${titleIn(text.disclaimer, text.language)}</p>
</footer>`;
}

const lineOf = (section: ExportedSection, text: ExportedText, say: Say): Html =>
  html`<li><span class="place">${section.number}</span> ${phaseIn(section, say)} · ${say('export.seq', { seq: section.seq })}${text.isOfflineCopy && html` · ${timesIn(section.readAt, text, say)}`}<br><code>${section.hash}</code></li>`;
