import { pino, type Logger } from 'pino';
import { loggedLine } from './http/logged-path';

/** JSON lines with everything that could be a secret or a person's data taken out. */
export function createLog({ level, name }: { level: string; name: string }): Logger {
  return pino({
    name,
    level,
    hooks: { streamWrite: loggedLine },
    redact: {
      paths: [
        '*.password',
        '*.token',
        '*.secret',
        '*.authorization',
        '*.cookie',
        '*.email',
        '*.accountNumber',
        '*.card',
        'req.headers',
      ],
      censor: '[redacted]',
    },
  });
}
