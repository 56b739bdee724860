import type { ExportedText } from '@expert-forum/rendering';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';

/** What makes the files is loaded by whoever wants one. */
const ExportSheet = lazy(async () => ({ default: (await import('./ExportSheet.js')).ExportSheet }));

export interface ExportSource {
  /** Null where there is no text to take along. */
  readonly gather: () => Promise<ExportedText | null>;
}

/** Leads to print and files. */
export function ExportDoor({ gather }: ExportSource) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {text('export.open')}
      </Button>
      {isOpen && (
        <Suspense>
          <ExportSheet gather={gather} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
