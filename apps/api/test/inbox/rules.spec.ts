import { readFileSync } from 'node:fs';
import { NOTICE_KINDS } from '@expert-forum/domain';
import { describe, expect, it } from '@jest/globals';

const spec = readFileSync(new URL('../../../../docs/specs/inbox.md', import.meta.url), 'utf8');

describe('the rules of the inbox', () => {
  it('[IN1] list every kind of notice', () => {
    const rows = spec.split('\n').filter((line) => line.startsWith('  | `'));
    const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, kind]) => kind));
    expect(listed).toEqual([...NOTICE_KINDS]);
  });
});
