import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { RevisionsModule } from '../revisions/revisions.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PreviewPublication } from './preview-publication.js';
import { PublicationPages } from './publication-pages.js';
import { PublicationPagesController } from './publication-pages.controller.js';
import { PublicationsController } from './publications.controller.js';
import { ReadPublications } from './read-publications.js';
import { SealPublication } from './seal-publication.js';
import { SealedPublications } from './sealed-publications.js';
import { SelectSections } from './select-sections.js';
import { SigningKeys } from './signing-keys.js';

@Module({
  imports: [DocumentsModule, PeopleModule, RevisionsModule],
  controllers: [PublicationsController, PublicationPagesController],
  providers: [PreviewPublication, PublicationPages, ReadPublications, SealPublication, SealedPublications, SelectSections, SigningKeys],
})
export class PublicationsModule {}
