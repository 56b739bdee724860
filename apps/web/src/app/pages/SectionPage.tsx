import { getRouteApi } from '@tanstack/react-router';
import { useActing } from '../../features/logins/acting.js';
import { OpenSection } from './section/OpenSection.js';

const route = getRouteApi('/$language/signed-in/text/$section');

/** One section: its text, where it stands, and who is here. */
export function SectionPage() {
  const { section } = route.useParams();
  const { member, mandates, mandate } = useActing();
  return mandate && <OpenSection key={section} sectionId={section} memberId={member.id} mandates={mandates} mandate={mandate} />;
}
