import type { InterfaceLanguage, PublishedChapter, PublishedSection, SealedPublication } from '@expert-forum/contracts';
import { html, type Html } from './html.js';
import { referencesAmong, type ResolveReference } from './references.js';
import { renderPage } from './page.js';
import { renderBlocks } from './render-blocks.js';
import { dayIn, titleIn, wordsIn, type Say } from './words.js';

export interface PublicationPage {
  readonly sealed: SealedPublication;
  readonly language: InterfaceLanguage;
  /** Slug of the publication that took its place. */
  readonly supersededBy: string | null;
  /** Where the forum is served, such as `https://forum.example`. */
  readonly origin: string;
}

/** `/:l/p/:slug`: the whole publication as a book page. */
export function renderPublication(page: PublicationPage): string {
  const { sealed, language } = page;
  const { content } = sealed;
  const say = wordsIn(language);
  const title = titleIn(content.title, language);
  const resolve = referencesAmong(content.chapters.flatMap(({ sections }) => sections), language);
  const body = html`<main class="page">
${page.supersededBy !== null && newer(page.supersededBy, language, say)}
<header class="opening">
${content.forum.en !== content.document.en && html`<p class="aside">${titleIn(content.forum, language)}</p>`}
<h1>${title}</h1>
<p class="document">${titleIn(content.document, language)}</p>
<p class="aside">${say('publication.number', { number: content.number })} · ${say('publication.sealed', { day: dayIn(content.sealedAt, language) })} · <code>${sealed.hash.slice(0, 12)}</code></p>
${content.supersedes && html`<p class="aside">${say(content.isCorrection ? 'publication.correction' : 'publication.supersedes', { number: content.supersedes.number })} <a href="/${language}/p/${content.supersedes.slug}">${content.supersedes.slug}</a></p>`}
<p class="disclaimer">${titleIn(content.disclaimer, language)}</p>
${language !== 'en' && html`<p class="aside">${say('page.textIn')}</p>`}
</header>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${say('page.contents')}</h2><ol>${content.chapters.map((each) => contentsOf(each, language))}</ol></nav>
${content.chapters.map((each) => chapter(each, language, say, resolve))}
<footer class="end">${citation(page, say)}${proof(page, say)}<p class="disclaimer">${titleIn(content.disclaimer, language)}</p></footer>
</main>`;
  const plainTitle = content.title[language] ?? content.title.en;
  const banner = content.banner && titleIn(content.banner, language);
  return renderPage({ language, say, title: plainTitle, path: `/p/${content.slug}`, banner, body });
}

const newer = (slug: string, language: InterfaceLanguage, say: Say): Html =>
  html`<p class="notice" role="note">${say('publication.superseded')} <a href="/${language}/p/${slug}">${say('publication.toNewer')}</a></p>`;

const contentsOf = ({ number, title, sections }: PublishedChapter, language: InterfaceLanguage): Html => html`<li><span class="place">${number}</span> ${titleIn(title, language)}<ol>${sections.map(
  (section) => html`<li><span class="place">${section.number}</span> <a href="#s${section.number}">${titleIn(section.title, language)}</a></li>`,
)}</ol></li>`;

const chapter = ({ number, title, sections }: PublishedChapter, language: InterfaceLanguage, say: Say, resolve: ResolveReference): Html => html`<section class="chapter">
<h2><span class="place"><span class="hidden">${say('publication.chapter', { number })}</span><span aria-hidden="true">${number}</span></span> ${titleIn(title, language)}</h2>
${sections.map((each) => sectionOf(each, language, resolve))}
</section>
`;

const sectionOf = ({ number, title, document }: PublishedSection, language: InterfaceLanguage, resolve: ResolveReference): Html => html`<section id="s${number}">
<h3><span class="place">${number}</span> ${titleIn(title, language)}</h3>
<div class="text" lang="en">
${renderBlocks(document, number, resolve)}
</div>
</section>
`;

function citation({ sealed: { content }, language, origin }: PublicationPage, say: Say): Html {
  const address = `${origin}/${language}/p/${content.slug}`;
  const values = { title: content.title[language] ?? content.title.en, number: content.number, day: dayIn(content.sealedAt, language), address };
  const first = content.chapters[0]?.sections[0]?.number ?? '1.1';
  return html`<section aria-labelledby="cite"><h2 id="cite">${say('citation.title')}</h2><p class="cite">${say('citation.text', values)}</p><p class="aside">${say('citation.paragraph', { address: `${address}#p${first}.1` })}</p></section>`;
}

function proof({ sealed: { content, hash, signature }, origin }: PublicationPage, say: Say): Html {
  const file = `/api/v1/publications/${content.slug}.json`;
  return html`<section aria-labelledby="proof"><h2 id="proof">${say('proof.title')}</h2><p>${say('proof.text')}</p><dl>
<dt>${say('proof.hash')}</dt><dd><code>${hash}</code></dd>
<dt>${say('proof.key')}</dt><dd><code>${signature.keyId}</code></dd>
<dt>${say('proof.file')}</dt><dd><a href="${file}">${content.slug}.json</a></dd>
</dl><p class="aside"><code>${say('proof.verify', { address: `${origin}${file}` })}</code></p></section>`;
}
