import { type ExportedText, renderExport, renderPlain } from '@expert-forum/rendering';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { downloadText } from '../../../shared/ui/download-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { fileName } from '../gather/file-name.js';
import { printPage } from '../gather/print-page.js';
import type { ExportSource } from './ExportDoor.js';
import styles from './ExportSheet.module.css';
import { WhatIsIn } from './WhatIsIn.js';

interface Props extends ExportSource {
  readonly onClose: () => void;
}

type Form = 'print' | 'html' | 'plain';

/** What would be printed or handed over, and the ways to do it. It is put together anew for each of them. */
export function ExportSheet({ gather, onClose }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const [handed, setHanded] = useState<string | null>(null);
  const { data: seen, error, isPending, mutate } = useMutation({
    mutationFn: async (form: Form | null) => {
      const gathered = await gather();
      if (gathered !== null && form !== null) setHanded(handOver(gathered, form));
      return gathered;
    },
  });
  useEffect(() => mutate(null), [mutate]);
  const isUnseen = seen === undefined && error === null; // also before it has been begun
  const blocked = seen === null || (seen?.kind === 'whole' && seen.chapters.length === 0) ? text('export.none') : undefined;
  const choice = (form: Form, isFirst = false) => (
    <Button look={isFirst ? 'primary' : 'plain'} blockedBy={blocked} isBusy={isPending || isUnseen} onPress={() => mutate(form)}>
      {text(`export.${form}`)}
    </Button>
  );
  return (
    <Sheet title={text('export.open')} onClose={onClose}>
      <div className={styles.sheet}>
        {isUnseen && <p>{text('export.gathering')}</p>}
        {seen && <WhatIsIn exported={seen} />}
        {error && <Notice kind="fault">{problemText(error)}</Notice>}
        <div className={styles.forms}>
          {choice('print', true)}
          {choice('html')}
          {choice('plain')}
        </div>
        <p role="status">{handed !== null && text('export.handed', { name: handed })}</p>
      </div>
    </Sheet>
  );
}

/** @returns the name of the file; null where there is none */
function handOver(exported: ExportedText, form: Form): string | null {
  if (form === 'print') {
    printPage(renderExport(exported));
    return null;
  }
  const name = fileName(exported, form === 'html' ? 'html' : 'txt');
  downloadText(name, form === 'html' ? renderExport(exported) : renderPlain(exported), form === 'html' ? 'text/html' : 'text/plain');
  return name;
}
