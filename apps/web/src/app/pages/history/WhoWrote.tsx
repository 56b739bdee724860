import { useQuery } from '@tanstack/react-query';
import { historyQuery } from '../../../features/history/api/history-queries.js';
import { Writers } from '../../../features/history/writers/Writers.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';

interface Props {
  readonly sectionId: string;
  readonly isAllowed: boolean;
}

/** Who wrote this; to whoever followed a link here without the right, who may. */
export function WhoWrote({ sectionId, isAllowed }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const { data: history, error } = useQuery({ ...historyQuery(sectionId), enabled: isAllowed });
  if (!isAllowed) return <Notice>{text('history.notAllowed')}</Notice>;
  if (error) return <Notice kind="fault">{problemText(error)}</Notice>;
  return history === undefined ? <Skeleton /> : <Writers sectionId={sectionId} history={history} />;
}
