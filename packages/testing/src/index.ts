export { freePort, startServerProcess, type ServerCommand, type ServerProcess } from './server-process.js';
export { FakeClock } from './fake-clock.js';
export { seededRandom } from './seeded-random.js';
export { startTestDatabase, type TestDatabase } from './test-database.js';
