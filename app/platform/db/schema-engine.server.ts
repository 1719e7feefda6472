import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { memoize } from '../memoize';
import { inUtc } from './in-utc';
import { requireTriedEngine } from './tried-engine.server';

const require = createRequire(import.meta.url);

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

/**
 * Lends `work` Prisma's own schema engine, compiled to WebAssembly and bound to one database. The command line tool would download a
 * native engine, which is out of reach on machines that only see a package registry; this one comes with the package.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadBindings();
  const pool = new pg.Pool({ connectionString: inUtc(url), max: 2 });
  try {
    const scripts = new WholeScriptPg(pool);
    const adapter = bindMigrationAwareSqlAdapterFactory(scripts);
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    // The engine says only that something failed; what PostgreSQL said of the script tells what to do.
    return await work(engine).catch((error: unknown) => {
      throw scripts.failure ?? error;
    });
  } finally {
    await pool.end();
  }
}

/**
 * The adapter cuts scripts at every semicolon, also inside function bodies. PostgreSQL takes a script whole, and as one transaction, so a
 * migration that fails leaves nothing behind.
 */
class WholeScriptPg extends PrismaPg {
  failure: unknown = null;

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const { client } = adapter as unknown as { client: { query(sql: string): Promise<unknown> } };
    adapter.executeScript = async (script) => {
      await client.query(script).catch((error: unknown) => {
        this.failure = error;
        throw error;
      });
    };
    readInternalChars(adapter as unknown as Catalogue);
    return adapter;
  }
}

type Catalogue = {
  performIO(query: unknown): Promise<{ fields: { dataTypeID: number }[] }>;
  queryRaw(query: unknown): Promise<{ columnTypes: number[] }>;
};

const [INTERNAL_CHAR, CHAR_ARRAY] = [18, 1002];

/**
 * The engine reads PostgreSQL's own catalogue, whose one-letter columns the adapter has no name for, and wants them as characters. They pass the adapter as
 * lists of characters, which it knows and which the catalogue has none of.
 */
function readInternalChars(adapter: Catalogue): void {
  const ask = adapter.performIO.bind(adapter);
  adapter.performIO = async (query) => {
    const answer = await ask(query);
    for (const field of answer.fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = CHAR_ARRAY;
    return answer;
  };
  const read = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const answer = await read(query);
    const { Character, CharacterArray } = ColumnTypeEnum;
    return { ...answer, columnTypes: answer.columnTypes.map((type) => (type === CharacterArray ? Character : type)) };
  };
}

// Once: the bindings hold one instance in module state, and a second would pull the memory from under the first.
const loadBindings = memoize(async (): Promise<Bindings> => {
  requireTriedEngine();
  const entry = '@prisma/schema-engine-wasm/schema_engine_bg';
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = path.join(path.dirname(require.resolve(entry)), 'schema_engine_bg.wasm');
  // The engine reports a Rust panic here before it throws.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return bindings;
});
