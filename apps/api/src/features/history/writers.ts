import type { WriterView } from '@expert-forum/contracts';
import type { EntityManager } from 'typeorm';

type WriterRow = WriterView & { readonly id: string };

/** Who wrote, each once, and the place of each. */
export interface Writers {
  readonly views: WriterView[];
  /** null: the forum itself. */
  placeOf(mandateId: string | null): number | null;
}

/** In the order in which they first appear. */
export async function findWriters(manager: EntityManager, mandateIds: readonly (string | null)[]): Promise<Writers> {
  const ids = [...new Set(mandateIds)].filter((id) => id !== null);
  const rows: WriterRow[] = await manager.query(
    `SELECT mandate.id, member.name AS "memberName", mandate.role, centre.code AS "centreCode"
       FROM mandate JOIN member ON member.id = mandate.member_id LEFT JOIN centre ON centre.id = mandate.centre_id
      WHERE mandate.id = ANY($1) ORDER BY array_position($1, mandate.id)`,
    [ids],
  );
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  return {
    views: rows.map(({ memberName, role, centreCode }) => ({ memberName, role, centreCode })),
    placeOf: (mandateId) => (mandateId === null ? null : (places.get(mandateId) ?? null)),
  };
}
