/** Roles of a mandate, in the order in which a forum lists them. */
export const ROLES = ['secretariat', 'moderator', 'rapporteur', 'focal_point', 'expert', 'translator', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: a member under one mandate. */
export interface Actor {
  readonly memberId: string;
  readonly mandateId: string;
  readonly role: Role;
  /** Only a focal point and an expert act for a centre. */
  readonly centreId: string | null;
}

export const actsForCentre = (role: Role): boolean => role === 'focal_point' || role === 'expert';
