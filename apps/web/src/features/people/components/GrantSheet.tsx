import type { CentreView, MemberView } from '@expert-forum/contracts';
import type { Actor } from '@expert-forum/domain';
import { useText } from '../../../shared/i18n/use-text.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { grantMandate } from '../api/people-acts.js';
import { GrantFields } from '../form/GrantFields.js';
import { readGrant } from '../form/read-grant.js';
import { SheetForm } from '../form/SheetForm.js';

interface Props {
  readonly actor: Pick<Actor, 'role' | 'centreId'>;
  readonly member: MemberView;
  readonly centres: readonly CentreView[];
  readonly onClose: () => void;
}

/** A further mandate for somebody who is a member. */
export function GrantSheet({ actor, member: { id, name, mandates }, centres, onClose }: Props) {
  const text = useText();
  const centreId = mandates.find(({ centre }) => centre !== null)?.centre?.id;
  return (
    <Sheet title={text('people.mandate.grantTo', { name })} onClose={onClose} isFirm>
      <SheetForm
        name={text('people.mandate.grant')}
        send={(form) => grantMandate({ memberId: id, ...readGrant(form) })}
        places={{ 'centre-required': 'centreId', 'dates-reversed': 'endsAt' }}
        onDone={onClose}
        onClose={onClose}
      >
        {(faults) => <GrantFields {...{ actor, centres, centreId, faults }} />}
      </SheetForm>
    </Sheet>
  );
}
