import { NewPublication, type PublicationPreview, type PublicationSummary } from '@expert-forum/contracts';
import { SECTION_ID } from '@expert-forum/domain';
import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { By, Public, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PreviewPublication } from './preview-publication.js';
import { ReadPublications } from './read-publications.js';
import { SealPublication } from './seal-publication.js';
import { SigningKeys, type PublicKeyView } from './signing-keys.js';

@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: ReadPublications,
    private readonly previews: PreviewPublication,
    private readonly sealing: SealPublication,
    private readonly keys: SigningKeys,
  ) {}

  @Public()
  @Get('publications')
  list(): Promise<PublicationSummary[]> {
    return this.publications.list();
  }

  @Public()
  @Get('publications/keys')
  publicKeys(): Promise<PublicKeyView[]> {
    return this.keys.publicKeys();
  }

  @Public()
  @Get('publications/:slug.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  sealed(@Param('slug') slug: string): Promise<string> {
    return this.publications.sealed(slug);
  }

  /** `without`: ids of sections that are kept back, separated by commas. */
  @Requires('preview-publication')
  @Get('documents/:id/publication-preview')
  preview(
    @By() { forumId }: MandatePerformer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('without') without = '',
  ): Promise<PublicationPreview> {
    return this.previews.preview(forumId, id, String(without).split(',').filter((each) => SECTION_ID.test(each)));
  }

  @Requires('seal-publication')
  @Post('documents/:id/publications')
  seal(@By() by: MandatePerformer, @Param('id', ParseUUIDPipe) id: string, @Body() publication: NewPublication): Promise<{ number: number; slug: string }> {
    return this.sealing.seal(by, id, publication);
  }
}
