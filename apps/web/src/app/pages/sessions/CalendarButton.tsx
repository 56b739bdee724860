import type { SessionView } from '@expert-forum/contracts';
import { useMutation } from '@tanstack/react-query';
import { calendarOf } from '../../../features/sessions/api/session-acts.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { downloadText } from '../../../shared/ui/download-text.js';
import { Notice } from '../../../shared/ui/Notice.js';

/** Hands the session over as a file that calendars take. */
export function CalendarButton({ session: { id } }: { readonly session: Pick<SessionView, 'id'> }) {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => calendarOf(id, language),
    onSuccess: (file) => downloadText('session.ics', file, 'text/calendar'),
  });
  return (
    <>
      <Button isBusy={isPending} onPress={() => mutate()}>
        {text('agenda.calendar')}
      </Button>
      {error && <Notice kind="fault">{problemText(error)}</Notice>}
    </>
  );
}
