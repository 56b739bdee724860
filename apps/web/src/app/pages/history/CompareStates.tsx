import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { revisionsQuery } from '../../../features/history/api/history-queries.js';
import { comparedStates, statesOf } from '../../../features/history/api/states.js';
import { useStateName } from '../../../features/history/api/use-state-name.js';
import { Scrubber } from '../../../features/history/Scrubber.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { ChoiceField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import type { HistorySearch } from '../../searches.js';
import { ComparedTexts } from './ComparedTexts.js';
import { HistoryActs } from './HistoryActs.js';
import styles from './History.module.css';

interface Props {
  readonly section: SectionView;
  readonly mandate: HeldMandate;
  readonly search: HistorySearch;
}

/** Any two states of the text beside each other: the later is chosen on the timeline, the earlier from a list. */
export function CompareStates({ section, mandate, search }: Props) {
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const stateName = useStateName();
  const problemText = useProblemText();
  const { data: revisions, error } = useQuery(revisionsQuery(section.id));
  if (error) return <Notice kind="fault">{problemText(error)}</Notice>;
  if (revisions === undefined) return <Skeleton />;
  const states = statesOf(revisions);
  const { from, to } = comparedStates(states, search);
  const show = (next: HistorySearch): void =>
    void navigate({ to: '/$language/text/$section/history', params: { language, section: section.id }, search: next, replace: true, resetScroll: false });
  return (
    <div className={styles.compare}>
      {revisions.length === 0 ? (
        <Notice>{text('history.empty')}</Notice>
      ) : (
        <>
          <Scrubber
            label={text('history.shown')}
            stops={states.map((state) => ({ key: state.id, ...stateName(state) }))}
            index={states.indexOf(to)}
            onChange={(index) => show({ to: states[index]?.id ?? 'now', ...(search.from !== undefined && { from: search.from }) })}
          />
          <ChoiceField label={text('history.comparedWith')} value={search.from === undefined ? '' : from.id} onChange={({ currentTarget: { value } }) => show({ to: to.id, ...(value !== '' && { from: value }) })}>
            <option value="">{text('history.before')}</option>
            {[...states].reverse().map((state) => {
              const { name, at } = stateName(state);
              return (
                <option key={state.id} value={state.id}>
                  {at === null ? name : `${name} · ${at}`}
                </option>
              );
            })}
          </ChoiceField>
        </>
      )}
      <HistoryActs section={section} mandate={mandate} shown={to} onRestored={() => show({})} />
      {revisions.length > 0 && <ComparedTexts sectionId={section.id} from={from} to={to} />}
    </div>
  );
}
