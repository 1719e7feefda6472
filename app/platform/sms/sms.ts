/** `to` in E.164, `text` in what GSM 03.38 can write (see gsm7.ts). */
export type Sms = { to: string; text: string };

/** Hands one message to the gateway; rejects where it could not, so that the job tries again. */
export type SmsSender = { send(sms: Sms): Promise<void> };
