import { Controller, Get, HttpStatus, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/auth/authority.js';
import { ProblemException } from '../../platform/errors/problem-error.js';
import { PublicationPages, type RenderedPage } from './publication-pages.js';

const FRESH = 'public, max-age=0, must-revalidate';

/** What the public reads: without script and without sign-in. */
@Public()
@Controller()
export class PublicationPagesController {
  constructor(private readonly pages: PublicationPages) {}

  @Get(':language/p')
  async list(@Param('language') language: string, @Res() response: Response): Promise<void> {
    send(response, await this.pages.list(language));
  }

  /** An address that leads nowhere shows what there is. */
  @Get(':language/p/:slug')
  async publication(@Param('language') language: string, @Param('slug') slug: string, @Res() response: Response): Promise<void> {
    try {
      const page = await this.pages.publication(language, slug);
      send(response.links({ alternate: `/api/v1/publications/${slug}.json` }), page);
    } catch (error) {
      if (!(error instanceof ProblemException) || error.code !== 'not-found') throw error;
      send(response, await this.pages.list(language), HttpStatus.NOT_FOUND);
    }
  }
}

function send(response: Response, { body, tag }: RenderedPage, status = HttpStatus.OK): void {
  response.status(status).set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': FRESH, ETag: tag }).send(body);
}
