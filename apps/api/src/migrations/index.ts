import type { MigrationInterface } from 'typeorm';
import { People20261123100000 } from './20261123100000-people.js';
import { Logins20261123100100 } from './20261123100100-logins.js';
import { Outline20261123100200 } from './20261123100200-outline.js';
import { Ledger20261123100300 } from './20261123100300-ledger.js';
import { SectionText20261123100400 } from './20261123100400-section-text.js';
import { Threads20261124100000 } from './20261124100000-threads.js';
import { Sessions20261124110000 } from './20261124110000-sessions.js';
import { PayloadsKept20261124120000 } from './20261124120000-payloads-kept.js';
import { Publications20261124130000 } from './20261124130000-publications.js';
import { LeaseOrder20261124140000 } from './20261124140000-lease-order.js';
import { Notices20261124150000 } from './20261124150000-notices.js';
import { Snapshots20261126100000 } from './20261126100000-snapshots.js';
import { History20261126180000 } from './20261126180000-history.js';
import { LogWithoutForeignKey20261127090000 } from './20261127090000-log-without-foreign-key.js';
import { Deletions20261127100000 } from './20261127100000-deletions.js';
import { LogByChannel20261127110000 } from './20261127110000-log-by-channel.js';

/** In the order in which they run; append only. */
export const migrations: (new () => MigrationInterface)[] = [
  People20261123100000,
  Logins20261123100100,
  Outline20261123100200,
  Ledger20261123100300,
  SectionText20261123100400,
  Threads20261124100000,
  Sessions20261124110000,
  PayloadsKept20261124120000,
  Publications20261124130000,
  LeaseOrder20261124140000,
  Notices20261124150000,
  Snapshots20261126100000,
  History20261126180000,
  LogWithoutForeignKey20261127090000,
  Deletions20261127100000,
  LogByChannel20261127110000,
];
