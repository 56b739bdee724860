import { LIMITS, type Role } from '@expert-forum/domain';
import { IsString, IsUUID, Length } from 'class-validator';
import { IsEmailAddress } from '../email-address.js';
import { CentreView } from './people.js';

/** `POST /logins` */
export class SignIn {
  @IsEmailAddress()
  email: string;

  @IsString()
  @Length(1, LIMITS.password.longest)
  password: string;
}

/** `POST /demonstration-logins`: one click, in a demonstration forum on a loopback address. */
export class DemonstrationSignIn {
  @IsUUID()
  mandateId: string;
}

/** `POST /tickets` */
export class TicketRequest {
  @IsUUID()
  mandateId: string;
}

/** Opens one connection within 30 s, once. */
export class Ticket {
  ticket: string;
}

/** A mandate as its holder sees it. Times are ISO 8601. */
export class HeldMandate {
  id: string;
  forumId: string;
  role: Role;
  centre: CentreView | null;
  startsAt: string;
  endsAt: string | null;
}

/** `GET /logins/current`, and the answer to signing in: mandates in force only. */
export class CurrentLogin {
  member: { id: string; name: string; email: string; language: string };
  mandates: HeldMandate[];
}
