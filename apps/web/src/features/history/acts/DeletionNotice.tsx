import type { RevisionSummary, SectionView } from '@expert-forum/contracts';
import { type Actor, mayBringBack, mayReadHistory, offeredDeletion, type SectionTies } from '@expert-forum/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { useProblemText, useRuleText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { restoreRevision, revisionsQuery } from '../api/history-queries.js';
import styles from './Acts.module.css';
import { closedDeletions } from './closed-deletions.js';

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
  const place = useRef<HTMLDivElement>(null);
  const [end, setEnd] = useState<{ readonly id: string; readonly isBack: boolean } | null>(null);
  useEffect(() => {
    if (end !== null) place.current?.focus(); // the button that has the focus goes with the notice
  }, [end]);
  const finish = (id: string, how: { readonly isBack: boolean }): void => {
    closedDeletions.add([id]);
    setEnd({ id, ...how });
  };
  const revisions = useQuery({ ...revisionsQuery(section.id), enabled: mayReadHistory(who, ties).ok });
  const deletion = offeredDeletion(revisions.data ?? [], new Date());
  const offered = deletion === null || closedDeletions.has(deletion.id) ? null : deletion;
  return (
    <div ref={place} tabIndex={-1} aria-live="polite" className={styles.notice}>
      {offered === null && end?.isBack && <Notice>{text('history.deletion.done')}</Notice>}
      {offered !== null && (
        <Notice>
          <span>{text('history.deletion.text', { who: offered.keptBy ?? text('history.forum'), time: moment(offered.createdAt) })}</span>
          <BringBack section={section} who={who} ties={ties} deletion={offered} onDone={() => finish(offered.id, { isBack: true })} />
          {difference(offered.id)}
          <span className={styles.close}>
            <Button look="quiet" onPress={() => finish(offered.id, { isBack: false })}>
              {text('app.close')}
            </Button>
          </span>
        </Notice>
      )}
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
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ['revisions', section.id] });
    },
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
