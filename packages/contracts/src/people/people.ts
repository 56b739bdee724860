import { LIMITS, ROLES, type Role } from '@expert-forum/domain';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsISO8601, IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { LocalisedTitle } from '../localised.js';
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
  @Matches(/^[A-Z]{3}-[A-Z0-9]{2,8}$/)
  code: string;

  @ValidateNested()
  @Type(() => LocalisedTitle)
  name: LocalisedTitle;
}

class MandateGrant {
  @IsIn(ROLES)
  role: Role;

  /** For a focal point and an expert; nobody else acts for a centre. */
  @IsOptional()
  @IsUUID()
  centreId?: string;

  /** Now, where it is left out. */
  @IsOptional()
  @IsISO8601({ strict: true })
  startsAt?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  endsAt?: string;
}

/** `POST /invitations` */
export class Invitation extends MandateGrant {
  @IsEmail()
  @Length(3, 254)
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
  @IsISO8601({ strict: true })
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
