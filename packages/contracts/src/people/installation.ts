import type { Role } from '@expert-forum/domain';
import { LocalisedTitle } from '../localised.js';

/** Somebody to sign in as by one click. */
export class DemonstrationPerson {
  mandateId: string;
  name: string;
  role: Role;
  centreCode: string | null;
}

/** `GET /installation`: what a visitor who is not signed in may know. */
export class InstallationView {
  forum: { title: LocalisedTitle; disclaimer: LocalisedTitle } | null;
  demonstration: { banner: LocalisedTitle; people: DemonstrationPerson[] } | null;
}
