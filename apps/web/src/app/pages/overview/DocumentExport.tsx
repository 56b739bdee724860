import type { OutlineView } from '@expert-forum/contracts';
import { ExportDoor } from '../../../features/exports/components/ExportDoor.js';
import { useActing } from '../../../features/logins/acting.js';
import { useLiveLine } from '../../../shared/socket/live-line.js';
import { useExportFrame } from '../export/use-export-frame.js';

/** The whole text, on paper or as a file. */
export function DocumentExport({ outline }: { readonly outline: OutlineView }) {
  const frame = useExportFrame();
  const { member, mandate } = useActing();
  const isCut = useLiveLine().kind === 'cut';
  if (frame === null || mandate === null) return null;
  const source = { outline, identity: { memberId: member.id, mandateId: mandate.id }, isCut };
  return <ExportDoor gather={async () => (await import('../../../features/exports/gather/gather-whole.js')).gatherWhole(frame, source)} />;
}
