import { getRouteApi } from '@tanstack/react-router';
import { useActing } from '../../features/logins/acting.js';
import { useText } from '../../shared/i18n/use-text.js';
import { Frame } from '../frame/Frame.js';
import { OpenSection } from './section/OpenSection.js';

const route = getRouteApi('/$language/signed-in/text/$section');

/** One section: its text, where it stands, and who is here. */
export function SectionPage() {
  const text = useText();
  const { section } = route.useParams();
  const { member, mandates, mandate } = useActing();
  if (mandate === null) return <Frame title={text('overview.title')}>{text('login.noMandate.text')}</Frame>;
  return <OpenSection key={`${section} ${mandate.id}`} sectionId={section} memberId={member.id} mandates={mandates} mandate={mandate} />;
}
