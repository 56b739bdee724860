import { describeDraftingStore } from './drafting-store.contract.js';
import { startMemoryWorld } from './memory-world.js';
import { startPostgresWorld } from './postgres-world.js';

describeDraftingStore('PostgreSQL', startPostgresWorld);
describeDraftingStore('memory', startMemoryWorld);
