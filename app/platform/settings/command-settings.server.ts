import path from 'node:path';
import { ExpectedError } from '../expected-error';
import { commandSettingsSchema, type CommandSettings, type Settings } from '../settings';
import {
  checkedBy,
  databaseUrl,
  flag,
  keyList,
  keptSecret,
  patience,
  withoutBlanks,
  type Environment,
} from './read-environment.server';
import { identityProblem } from './unsafe-settings';

/** What a command needs that works on the database alone: no secret of sessions, payments or mails. */
export function readCommandSettings(environment: Environment): CommandSettings {
  const env = withoutBlanks(environment);
  return checkedBy(commandSettingsSchema, {
    databaseUrl: databaseUrl(env),
    database: { worker: patience(env, 'worker') },
    demo: flag(env, 'DEMO', false),
    logLevel: env['LOG_LEVEL'] ?? 'info',
  });
}

/** The keys of hashes of identity papers, for a command that compares them. A demo keeps its own beside its data. */
export function readIdentityKeys(environment: Environment): Pick<Settings, 'identityKeys'> {
  const env = withoutBlanks(environment);
  const isDemo = flag(env, 'DEMO', false);
  const problem = isDemo ? null : identityProblem(env);
  if (problem) throw new ExpectedError(problem);
  const dataDir = path.resolve(env['DATA_DIR'] ?? '.data');
  return { identityKeys: keyList(env['IDENTITY_KEY']) ?? [keptSecret(dataDir, 'identity-key')] };
}
