import type { SectionView } from '@expert-forum/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { candidatesQuery, nameDrafter, removeDrafter, setRapporteur } from '../../../features/drafting/api/section-acts.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { CandidateForm } from './CandidateForm.js';
import styles from './DraftersSheet.module.css';

interface Props {
  readonly section: SectionView;
  readonly onClose: () => void;
}

type Change = { readonly act: typeof nameDrafter; readonly mandateId: string };

/** Who writes a section and who answers for it. What is changed here holds on every screen within a second. */
export function DraftersSheet({ section: { id, number, drafters, rapporteur }, onClose }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { data: candidates = [], error } = useQuery(candidatesQuery);
  const change = useMutation({
    mutationFn: ({ act, mandateId }: Change) => act(id, mandateId),
    onSettled: () => client.invalidateQueries({ queryKey: ['section', id] }),
  });
  const list = useRef<HTMLUListElement>(null);
  const remove = (mandateId: string): void => {
    list.current?.focus(); // the button that has the focus goes with its drafter
    change.mutate({ act: removeDrafter, mandateId });
  };
  const fault = change.error ?? error;
  const named = new Set(drafters.map(({ mandateId }) => mandateId));
  const free = candidates.filter(({ role, mandateId }) => role !== 'rapporteur' && !named.has(mandateId));
  const rapporteurs = candidates.filter(({ role, mandateId }) => role === 'rapporteur' && mandateId !== rapporteur?.mandateId);
  return (
    <Sheet title={text('drafters.title', { number })} place="side" onClose={onClose}>
      {fault && <Notice kind="fault">{problemText(fault)}</Notice>}
      {drafters.length === 0 && <p>{text('drafters.none')}</p>}
      <ul ref={list} className={styles.drafters} tabIndex={-1} aria-label={text('overview.drafters')}>
        {drafters.map(({ mandateId, memberName, centreCode }) => (
          <li key={mandateId}>
            <CentreCode code={centreCode} />
            <span>{memberName}</span>
            <Button look="quiet" label={text('drafters.remove', { name: memberName })} onPress={() => remove(mandateId)}>
              {text('tray.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <CandidateForm
        name={text('drafters.name')}
        candidates={free}
        whenNone={text('drafters.nobodyLeft')}
        onChosen={(mandateId) => change.mutate({ act: nameDrafter, mandateId })}
      />
      <h3 className={styles.title}>{text('overview.rapporteur')}</h3>
      <p>{rapporteur?.memberName ?? text('overview.noDrafters')}</p>
      {rapporteurs.length > 0 && (
        <CandidateForm
          name={text('drafters.setRapporteur')}
          candidates={rapporteurs}
          whenNone=""
          onChosen={(mandateId) => change.mutate({ act: setRapporteur, mandateId })}
        />
      )}
    </Sheet>
  );
}
