/** `$1` channel: where the text is, its state and the rows behind it. The length of what is stored compressed is known without reading it. */
export const STATE_AND_HEAD = `
  SELECT section.id, section.epoch, coalesce(octet_length(kept.state), 0) AS bytes,
         coalesce((SELECT max(seq) FROM section_update WHERE channel = section.channel AND epoch = section.epoch), 0) - coalesce(kept.seq, 0) AS rows
    FROM section
    LEFT JOIN LATERAL (SELECT seq, state FROM section_snapshot
      WHERE section_id = section.id AND epoch = section.epoch ORDER BY seq DESC LIMIT 1) kept ON true
   WHERE section.channel = $1 AND section.removed_at IS NULL`;
