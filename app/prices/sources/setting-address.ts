import { ExpectedError } from '#app/platform/expected-error';

/** An address from a setting. It may hold a key, so the message does not repeat it. */
export function settingAddress(settings: Readonly<Record<string, string>>, name: string, remedy: string): string {
  const address = settings[name];
  if (address === undefined) throw new ExpectedError(`${name} is not set. ${remedy}`);
  if (URL.canParse(address)) return address;
  throw new ExpectedError(`${name} is no address. ${remedy}`);
}
