import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agenda_item_section')
export class AgendaItemSectionEntity {
  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId: string;

  @PrimaryColumn('text', { name: 'section_id' })
  sectionId: string;

  @Column('integer')
  position: number;
}
