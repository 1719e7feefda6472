export type Mail = { to: string; subject: string; text: string };

/** Sends one mail; rejects where it could not be handed over, so that the job retries. */
export type Mailer = { send(mail: Mail): Promise<void> };
