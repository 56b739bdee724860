import { CENTRE_CODE, LIMITS, ROLES, type Role } from '@expert-forum/domain';
import { IsIn, IsUUID, Length, Matches } from 'class-validator';
import { IsEmailAddress } from '../email-address.js';
import { IsInstant } from '../instant.js';
import { LocalisedTitle } from '../localised.js';
import { MayBeLeftOut } from '../may-be-left-out.js';
import { Nested } from '../nested.js';
import { INTERFACE_LANGUAGES } from '../screen-paths.js';
import { IsPlainText } from '../text-limits.js';

export class CentreView {
  id: string;
  /** Country and abbreviation, as in `UZB-CTP`. */
  code: string;
  name: LocalisedTitle;
}

export class MandateView {
  id: string;
  role: Role;
  centre: CentreView | null;
  startsAt: string;
  endsAt: string | null;
  withdrawnAt: string | null;
}

export class MemberView {
  id: string;
  name: string;
  email: string;
  isSuspended: boolean;
  /** Has set a password: an invitation that was not taken up has none. */
  hasJoined: boolean;
  mandates: MandateView[];
}

/** `GET /people`, for whoever administers people. */
export class PeopleView {
  countries: { code: string; name: LocalisedTitle }[];
  centres: CentreView[];
  members: MemberView[];
}

/** `POST /centres` */
export class NewCentre {
  @Matches(CENTRE_CODE)
  code: string;

  @Nested(() => LocalisedTitle)
  name: LocalisedTitle;
}

class MandateGrant {
  @IsIn(ROLES)
  role: Role;

  /** For a focal point and an expert; nobody else acts for a centre. */
  @MayBeLeftOut()
  @IsUUID()
  centreId?: string;

  /** Now, where it is left out. */
  @MayBeLeftOut()
  @IsInstant()
  startsAt?: string;

  @MayBeLeftOut()
  @IsInstant()
  endsAt?: string;
}

/** `POST /invitations` */
export class Invitation extends MandateGrant {
  @IsEmailAddress()
  email: string;

  @IsPlainText(LIMITS.name.graphemes)
  name: string;

  @IsIn(INTERFACE_LANGUAGES)
  language: string;
}

/** `POST /mandates` */
export class NewMandate extends MandateGrant {
  @IsUUID()
  memberId: string;
}

/** `PATCH /mandates/:id` */
export class MandateTermChange {
  @IsInstant()
  endsAt: string;
}

/** A link that is shown once: whoever has it may set a password. */
export class OneTimeLink {
  url: string;
  expiresAt: string;
}

/** `GET /links/:token` */
export class LinkView {
  purpose: 'invitation' | 'password';
  email: string;
  name: string;
}

/** `POST /links/:token`; answered, like every way of signing in, by `CurrentLogin`. */
export class LinkAcceptance {
  @Length(LIMITS.password.shortest, LIMITS.password.longest)
  password: string;
}
