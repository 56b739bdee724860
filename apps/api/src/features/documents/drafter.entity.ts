import { Entity, PrimaryColumn } from 'typeorm';

@Entity('drafter')
export class DrafterEntity {
  @PrimaryColumn('text', { name: 'section_id' })
  sectionId: string;

  @PrimaryColumn('uuid', { name: 'mandate_id' })
  mandateId: string;
}
