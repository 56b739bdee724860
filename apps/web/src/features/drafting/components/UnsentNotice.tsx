import type { SectionConnection } from '@expert-forum/collab/client';
import { unsentUrgency } from '@expert-forum/domain';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { downloadText } from '../../../shared/ui/download-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useSectionFact } from '../connection/section-facts.js';
import { useUnsentAge } from '../connection/use-unsent-age.js';

/** Hands over text that has waited too long for its receipt although the line is up. Without a line, waiting is what text does. */
export function UnsentNotice({ section }: { readonly section: SectionConnection }) {
  const text = useText();
  const time = useTime();
  const oldest = useSectionFact(section, ({ word, oldestUnsentAt }) => (word === 'synced' || word === 'connecting' ? oldestUnsentAt : null));
  const age = useUnsentAge(oldest);
  if (age === null || unsentUrgency(age) !== 'overdue') return null;
  const download = async (): Promise<void> => {
    const unsent = await section.unsentText();
    downloadText('expert-forum.txt', unsent.map(({ at, textAfter }) => `${time.moment(at)}\n${textAfter}`).join('\n\n'));
  };
  return (
    <Notice kind="fault">
      <span>{text('receipt.overdue')}</span>
      <Button onPress={() => void download()}>{text('receipt.download')}</Button>
    </Notice>
  );
}
