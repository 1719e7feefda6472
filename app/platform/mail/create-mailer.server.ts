import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { newUuid } from '../ids.server';
import type { Mailer } from './mailer';

/** SMTP where configured, else one .eml file per mail in an outbox folder. */
export function createMailer({
  from,
  smtpUrl,
  outboxDir,
}: {
  from: string;
  smtpUrl: string | null;
  outboxDir: string;
}): Mailer {
  if (smtpUrl) {
    const transport = nodemailer.createTransport(smtpUrl);
    return { send: async (mail) => void (await transport.sendMail({ from, ...mail })) };
  }
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await composer.sendMail({ from, ...mail });
      await mkdir(outboxDir, { recursive: true, mode: 0o700 });
      await writeFile(path.join(outboxDir, `${newUuid()}.eml`), message as Buffer, { mode: 0o600 });
    },
  };
}
