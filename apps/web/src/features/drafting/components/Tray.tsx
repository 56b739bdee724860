import type { SectionConnection } from '@expert-forum/collab';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { downloadText } from '../../../shared/ui/download-text.js';
import { Notice } from '../../../shared/ui/Notice.js';

/** Text that was refused: readable, downloadable, kept on this device until it is removed. */
export function Tray({ section }: { readonly section: SectionConnection }) {
  const text = useText();
  const time = useTime();
  const { tray } = section;
  if (tray.length === 0) return null;
  return (
    <section aria-label={text('tray.title')}>
      <Notice>{text('tray.arrived', { n: tray.length })}</Notice>
      {tray.map(({ id, at, textBefore, textAfter }) => (
        <article key={id}>
          <p>{time.moment(at)}</p>
          <p lang="en">
            <ins>{textAfter || textBefore}</ins>
          </p>
          <Button onPress={() => downloadText('expert-forum.txt', textAfter)}>{text('tray.downloadOne')}</Button>
          <Button look="quiet" onPress={() => void section.dismiss(id)}>
            {text('tray.remove')}
          </Button>
        </article>
      ))}
    </section>
  );
}
