import type { CurrentLogin, HeldMandate } from '@expert-forum/contracts';
import { mayPerform } from '@expert-forum/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useActing } from '../../features/logins/acting.js';
import { SectionEditor } from '../../features/drafting/components/SectionEditor.js';
import { StatusLine } from '../../features/drafting/components/StatusLine.js';
import { Tray } from '../../features/drafting/components/Tray.js';
import { useSection } from '../../features/drafting/connection/use-section.js';
import { changePhase, sectionQuery } from '../../features/documents/api/outline-queries.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { Localised } from '../../shared/i18n/Localised.js';
import { useText } from '../../shared/i18n/use-text.js';
import { Button } from '../../shared/ui/Button.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Frame } from '../frame/Frame.js';
import styles from './SectionPage.module.css';

const route = getRouteApi('/$language/signed-in/text/$section');

/** One section: its text, where it stands, and who is here. */
export function SectionPage() {
  const text = useText();
  const { section } = route.useParams();
  const { member, mandate } = useActing();
  if (mandate === null) return <Frame title={text('overview.title')}>{text('login.noMandate.text')}</Frame>;
  return <OpenSection key={`${section} ${mandate.id}`} sectionId={section} member={member} mandate={mandate} />;
}

interface Props {
  readonly sectionId: string;
  readonly member: CurrentLogin['member'];
  readonly mandate: HeldMandate;
}

function OpenSection({ sectionId, member, mandate }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { data: view, error } = useQuery(sectionQuery(sectionId));
  const section = useSection(sectionId, { memberId: member.id, mandateId: mandate.id });
  const phase = useMutation({
    mutationFn: (to: 'consultation' | 'drafting') => changePhase(sectionId, to),
    onSuccess: () => client.invalidateQueries({ queryKey: ['section', sectionId] }),
  });
  const status = section?.statusDetails;
  const current = status?.word === 'readonly' ? status.phase : status?.isEditable ? 'drafting' : view?.phase;
  const mayFreeze = mayPerform('change-phase', mandate.role, { isOwn: true }).ok;
  const live = status && <StatusLine status={status} />;
  if (error) {
    return (
      <Frame title={text('overview.title')}>
        <Notice kind="fault">{problemText(error)}</Notice>
      </Frame>
    );
  }
  return (
    <Frame title={view ? `${view.number}` : text('overview.title')} live={live}>
      <p className={styles.acts}>
        {section && <span>{text('presence.list', { who: [...new Set(section.presence.people.map(({ label }) => label))].join(' ') || '–' })}</span>}
        {mayFreeze && current === 'drafting' && <Button onPress={() => phase.mutate('consultation')}>{text('section.freeze')}</Button>}
        {mayFreeze && current === 'consultation' && <Button onPress={() => phase.mutate('drafting')}>{text('section.reopen')}</Button>}
      </p>
      {phase.isError && <Notice kind="fault">{problemText(phase.error)}</Notice>}
      {view && (
        <h1 className={styles.title}>
          {view.number} <Localised of={view.title} />
        </h1>
      )}
      {section && <Tray section={section} />}
      {section?.statusDetails.hasText && view && <SectionEditor section={section} label={text('section.text', { number: view.number })} />}
    </Frame>
  );
}
