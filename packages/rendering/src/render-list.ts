import type { InterfaceLanguage, LocalisedTitle, PublicationSummary } from '@expert-forum/contracts';
import { html, type Html } from './html.js';
import { renderPage } from './page.js';
import { dayIn, titleIn, wordsIn, type Say } from './words.js';

export interface PublicationList {
  readonly language: InterfaceLanguage;
  readonly banner: LocalisedTitle | null;
  readonly publications: readonly PublicationSummary[];
}

/** `/:l/p` */
export function renderList({ language, banner, publications }: PublicationList): string {
  const say = wordsIn(language);
  const body = html`<main class="page">
<h1>${say('list.title')}</h1>
${publications.length === 0 ? html`<p>${say('list.empty')}</p>` : html`<ol class="list" reversed>${publications.map((each) => entry(each, language, say))}</ol>`}
<p><a href="/${language}/sign-in">${say('list.signIn')}</a></p>
</main>`;
  return renderPage({ language, say, title: say('list.title'), path: '/p', banner: banner && titleIn(banner, language), body });
}

const entry = ({ number, slug, title, sealedAt, supersededBy }: PublicationSummary, language: InterfaceLanguage, say: Say): Html => html`<li>
<a href="/${language}/p/${slug}">${titleIn(title, language)}</a>
<p class="aside">${say('publication.number', { number })} · ${say('publication.sealed', { day: dayIn(sealedAt, language) })}</p>
${supersededBy !== null && html`<p class="aside">${say('publication.superseded')}</p>`}
</li>`;
