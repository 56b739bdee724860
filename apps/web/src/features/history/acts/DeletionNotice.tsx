import type { RevisionSummary, SectionView } from '@expert-forum/contracts';
import { type Actor, mayBringBack, mayReadHistory, offeredDeletion, type SectionTies } from '@expert-forum/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { useProblemText, useRuleText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { restoreRevision, revisionsQuery } from '../api/history-queries.js';
import styles from './Acts.module.css';
import { close, isClosed } from './closed-deletions.js';

interface Props {
  readonly section: SectionView;
  readonly who: Pick<Actor, 'role'>;
  readonly ties: SectionTies;
  /** The link to what has changed since a revision. */
  readonly difference: (revisionId: string) => ReactNode;
}

/** Says to those who answer for a text that most of it is gone, and brings it back (HI14). */
export function DeletionNotice({ section, who, ties, difference }: Props) {
  const text = useText();
  const { moment } = useTime();
  const [, setClosed] = useState<string | null>(null);
  const revisions = useQuery({ ...revisionsQuery(section.id), enabled: mayReadHistory(who, ties).ok });
  const deletion = offeredDeletion(revisions.data ?? [], new Date());
  if (deletion === null || isClosed(deletion.id)) return null;
  const dismiss = (): void => {
    close(deletion.id);
    setClosed(deletion.id);
  };
  return (
    <div className={styles.notice}>
      <Notice>
        <span>{text('history.deletion.text', { who: deletion.keptBy ?? text('history.forum'), time: moment(deletion.createdAt) })}</span>
        <BringBack section={section} who={who} ties={ties} deletion={deletion} onDone={dismiss} />
        {difference(deletion.id)}
        <Button look="quiet" onPress={dismiss}>
          {text('app.close')}
        </Button>
      </Notice>
    </div>
  );
}

interface BringBackProps extends Omit<Props, 'difference'> {
  readonly deletion: RevisionSummary;
  readonly onDone: () => void;
}

function BringBack({ section, who, ties, deletion, onDone }: BringBackProps) {
  const text = useText();
  const problemText = useProblemText();
  const ruleText = useRuleText();
  const client = useQueryClient();
  const bring = useMutation({
    mutationFn: () => restoreRevision(section.id, deletion.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['revisions', section.id] }),
    onError: (error) => hasCode(error, 'text-already-so') && onDone(), // somebody else was faster
  });
  return (
    <>
      {bring.isError && <span role="alert">{problemText(bring.error)}</span>}
      <Button blockedBy={ruleText(mayBringBack(who, deletion.kind, { ...ties, phase: section.phase }))} isBusy={bring.isPending} onPress={() => bring.mutate()}>
        {text('history.deletion.act')}
      </Button>
    </>
  );
}
