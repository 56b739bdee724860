import { createHash } from 'node:crypto';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, type SealedPublication } from '@expert-forum/contracts';
import { renderList, renderPublication } from '@expert-forum/rendering';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Announcer } from '../../platform/announcer/announcer.js';
import { ForumConfig } from '../../platform/config/forum-config.js';
import { ProblemException } from '../../platform/errors/problem-error.js';
import { Forums } from '../people/forums.js';
import { ReadPublications } from './read-publications.js';

export interface RenderedPage {
  readonly body: Buffer;
  readonly tag: string;
}

/** Pages of publications, made once and kept until something new is sealed: what they show cannot change otherwise. */
@Injectable()
export class PublicationPages implements OnModuleInit {
  private readonly kept = new Map<string, Promise<RenderedPage>>();

  constructor(
    private readonly publications: ReadPublications,
    private readonly forums: Forums,
    private readonly config: ForumConfig,
    private readonly announcer: Announcer,
  ) {}

  onModuleInit(): void {
    this.announcer.subscribe(({ verb }) => {
      if (verb === 'publication:sealed') this.kept.clear();
    });
  }

  list(language: string): Promise<RenderedPage> {
    return this.once(language, '', async (known) => {
      const banner = (await this.forums.first())?.banner ?? null;
      return renderList({ language: known, banner, publications: await this.publications.list() });
    });
  }

  publication(language: string, slug: string): Promise<RenderedPage> {
    return this.once(language, slug, async (known) => {
      const sealed: SealedPublication = JSON.parse(await this.publications.sealed(slug));
      const supersededBy = (await this.publications.list()).find((each) => each.slug === slug)?.supersededBy ?? null;
      const { publicOrigins, host, port } = this.config;
      return renderPublication({ sealed, language: known, supersededBy, origin: publicOrigins[0] ?? `http://${host}:${port}` });
    });
  }

  /** Whoever asks while a page is being made waits for the same one; what fails is not kept. */
  private async once(wanted: string, slug: string, render: (language: InterfaceLanguage) => Promise<string>): Promise<RenderedPage> {
    const language = INTERFACE_LANGUAGES.find((each) => each === wanted);
    if (language === undefined) throw new ProblemException('not-found');
    const key = `${language}/${slug}`;
    const page = this.kept.get(key) ?? render(language).then(asPage);
    this.kept.set(key, page);
    try {
      return await page;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }
}

function asPage(markup: string): RenderedPage {
  const body = Buffer.from(markup);
  return { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
