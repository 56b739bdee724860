import type { CentreView, OneTimeLink } from '@expert-forum/contracts';
import { type Actor, entrustableRoles } from '@expert-forum/domain';
import { useState } from 'react';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/i18n/languages.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { ChoiceField, TextField } from '../../../shared/ui/Field.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { invite } from '../api/people-acts.js';
import { written } from '../../../shared/ui/read-title.js';
import { GrantFields } from '../form/GrantFields.js';
import { readGrant } from '../form/read-grant.js';
import { SheetForm } from '../form/SheetForm.js';
import { LinkToPass } from './LinkToPass.js';

interface Props {
  readonly actor: Pick<Actor, 'role' | 'centreId'>;
  readonly centres: readonly CentreView[];
  readonly centreId?: string | undefined;
  readonly onClose: () => void;
}

interface Made {
  readonly email: string;
  readonly link: OneTimeLink;
}

/** Somebody new: with a first mandate, and a link that is shown here once. */
export function InvitationSheet({ actor, centres, centreId, onClose }: Props) {
  const text = useText();
  const language = useLanguage();
  const [made, setMade] = useState<Made | null>(null);
  const own = entrustableRoles(actor).length === 1 ? centres.find(({ id }) => id === actor.centreId) : undefined;
  const title = own ? text('people.invite.expertOf', { code: own.code }) : text('people.invite.title');
  if (made !== null) {
    return (
      <Sheet key="link" title={text('people.link.title', { email: made.email })} onClose={onClose} isFirm>
        <LinkToPass link={made.link} />
      </Sheet>
    );
  }
  return (
    <Sheet key="form" title={title} onClose={onClose} isFirm>
      <SheetForm
        name={text('people.invite.make')}
        required={['email', 'name']}
        send={(form) =>
          invite({ email: written(form, 'email'), name: written(form, 'name'), language: written(form, 'language'), ...readGrant(form) })
        }
        places={{ 'member-exists': 'email', 'centre-required': 'centreId', 'dates-reversed': 'endsAt' }}
        words={{ email: text('people.invite.emailBad'), ...(own && { 'member-exists': text('people.invite.exists') }) }}
        onDone={(link, form) => setMade({ email: written(form, 'email'), link })}
        onClose={onClose}
      >
        {(faults) => (
          <>
            <TextField
              label={text('people.invite.email')}
              fault={faults['email']}
              name="email"
              type="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <TextField
              label={text('people.invite.name')}
              hint={text('people.invite.name.hint')}
              fault={faults['name']}
              name="name"
              autoComplete="off"
            />
            <ChoiceField
              label={text('people.invite.language')}
              hint={text('people.invite.language.hint')}
              fault={faults['language']}
              name="language"
              defaultValue={language}
            >
              {LANGUAGES.map((each) => (
                <option key={each} value={each} lang={each}>
                  {LANGUAGE_NAMES[each]}
                </option>
              ))}
            </ChoiceField>
            <GrantFields {...{ actor, centres, centreId, faults }} />
          </>
        )}
      </SheetForm>
    </Sheet>
  );
}
