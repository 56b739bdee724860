import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * What may not import what inside an app, generated from the folders that exist: a feature of the web imports no other
 * feature, one of the API only what another's module exports, and what features stand on imports none of them.
 */
export function featureZones() {
  return [
    ...featuresOf('apps/web/src/features').map((feature) => ({
      target: `apps/web/src/features/${feature}`,
      from: 'apps/web/src/features',
      except: [`./${feature}`],
    })),
    { target: 'apps/web/src/features', from: 'apps/web/src/app' },
    { target: 'apps/web/src/shared', from: ['apps/web/src/features', 'apps/web/src/app'] },
    { target: 'apps/api/src/platform', from: 'apps/api/src/features' },
    ...featuresOf('apps/api/src/features').map((feature) => ({
      target: `apps/api/src/features/!(${feature})/**/*`,
      from: `apps/api/src/features/${feature}/**/*.{repository,entity,controller,gateway}.ts`,
    })),
  ];
}

function featuresOf(folder) {
  const absolute = path.join(ROOT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
