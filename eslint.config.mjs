import nx from '@nx/eslint-plugin';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';
import { featureZones } from './tools/lint-zones.mjs';

const ROOT = import.meta.dirname;

const tagged = (sourceTag, onlyDependOnLibsWithTags, bannedExternalImports) => ({
  sourceTag,
  onlyDependOnLibsWithTags,
  ...(bannedExternalImports && { bannedExternalImports }),
});

/** Who may stand on whom: one row a tag, on two axes. */
const BOUNDARIES = [
  tagged('scope:shared', ['scope:shared']),
  tagged('scope:api', ['scope:shared']),
  tagged('scope:web', ['scope:shared'], ['@nestjs/*', 'typeorm', 'pg']),
  tagged('scope:e2e', ['scope:shared', 'scope:api', 'scope:web']),
  tagged('scope:bench', ['scope:shared', 'scope:api']),
  tagged('layer:domain', ['layer:domain'], ['*']),
  tagged('layer:contracts', ['layer:domain', 'layer:contracts'], ['@nestjs/*', 'typeorm', 'react', 'react-dom', 'yjs']),
  tagged('layer:collab', ['layer:domain', 'layer:contracts', 'layer:collab'], ['@nestjs/*', 'typeorm', 'pg', 'react', 'react-dom']),
  tagged('layer:rendering', ['layer:domain', 'layer:contracts', 'layer:rendering'], ['@nestjs/*', 'typeorm', 'pg', 'react', 'react-dom', 'yjs']),
  tagged('layer:platform', ['layer:platform'], ['@nestjs/*', 'typeorm', 'react', 'react-dom']),
  tagged('layer:testing', ['layer:platform', 'layer:testing'], ['@nestjs/*', 'typeorm', 'react', 'react-dom']),
  tagged('layer:app', ['layer:domain', 'layer:contracts', 'layer:collab', 'layer:rendering', 'layer:platform', 'layer:testing', 'layer:app']),
];

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read once, in platform/config.',
};

const UPDATE_LOG = {
  selector: ':matches(Literal[value=/\\bsection_update\\b/i], TemplateElement[value.raw=/\\bsection_update\\b/i])',
  message: 'The log of a text is written through the drafting store alone.',
};

export default typescript.config(
  { ignores: ['**/dist', '**/reports', '**/*.mjs', '**/*.js', 'tools/fences'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...typescript.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: ROOT } },
    plugins: { '@nx': nx, 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver({ noWarnOnMultipleProjects: true })],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: BOUNDARIES }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: ROOT, zones: featureZones() }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    // Nest reads the types of constructor parameters at run time: an import that is only a type would be lost.
    files: ['apps/api/**/*.ts', 'packages/contracts/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/features/drafting/store/**', 'apps/api/src/migrations/**', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ENVIRONMENT, UPDATE_LOG] },
  },
  {
    files: ['apps/api/src/main.ts', 'apps/api/src/commands/**', 'apps/api/src/platform/config/**'],
    rules: { 'no-restricted-syntax': ['error', UPDATE_LOG] },
  },
  {
    // The benchmark's own entry starts the modules of the forum, which is an application.
    files: ['apps/bench/forum/*.ts'],
    rules: { '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: ['@expert-forum/api/dist/**'], depConstraints: BOUNDARIES }] },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
);
