import type { Identity, SectionConnection } from '@expert-forum/collab/client';
import type { OutlineView, SectionView } from '@expert-forum/contracts';
import { ExportDoor } from '../../../features/exports/components/ExportDoor.js';
import { useExportFrame } from '../export/use-export-frame.js';

interface Props {
  readonly view: SectionView;
  readonly outline: OutlineView;
  readonly connection: SectionConnection;
  readonly identity: Identity;
}

/** The section as it stands on this screen, on paper or as a file. */
export function SectionExport({ view, outline, connection, identity }: Props) {
  const frame = useExportFrame();
  if (frame === null) return null;
  const chapter = outline.sections.find(({ id }) => id === view.parentId) ?? null;
  const source = { view, chapter: chapter && { number: chapter.number, title: chapter.title }, documentTitle: outline.document.title, sections: outline.sections, connection, identity };
  return <ExportDoor gather={async () => (await import('../../../features/exports/gather/gather-section.js')).gatherSection(frame, source)} />;
}
