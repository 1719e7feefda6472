import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

const exact = 'Money, weights and grades are bigint or decimal.js: floats lose cents.';

export default tseslint.config(
  { ignores: ['node_modules', 'build', '.data', '.cache', 'app/platform/db/generated', 'test-results', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // Control characters are what several of our checks look for.
      'no-control-regex': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/index'], message: 'No barrel files: import the file itself.' }] },
      ],
    },
  },
  { files: ['app/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['app/routes/**'],
    rules: { 'max-lines': ['error', { max: 150 }] },
  },
  {
    files: ['app/{money,pricing,ledger,trading,payments,programme,catalogue}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'parseFloat', message: exact }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'round', message: exact },
        { object: 'Math', property: 'random', message: 'Randomness is handed in.' },
        { object: 'Number', property: 'parseFloat', message: exact },
        { object: 'Date', property: 'now', message: 'Domain time comes from deps.clock.' },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'prisma/**/*.ts', 'scripts/**/*.ts'],
    ignores: ['app/ledger/post-entry.server.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(create|update|upsert|delete)/][callee.object.property.name=/^(journalEntry|posting|ledgerAccount)$/]',
          message: 'Only ledger/post-entry.server.ts writes the ledger.',
        },
        {
          selector:
            'TemplateElement[value.raw=/(INSERT INTO|UPDATE|DELETE FROM) "(JournalEntry|Posting|LedgerAccount)"/]',
          message: 'Only ledger/post-entry.server.ts writes the ledger.',
        },
      ],
    },
  },
  {
    files: ['scripts/**', 'tests/**', 'prisma/**', 'app/platform/db/schema-engine.server.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['public/enhance.js'],
    languageOptions: {
      sourceType: 'script',
      globals: {
        document: 'readonly',
        addEventListener: 'readonly',
        fetch: 'readonly',
        FormData: 'readonly',
        URLSearchParams: 'readonly',
        AbortController: 'readonly',
        DOMParser: 'readonly',
        clearTimeout: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
);
