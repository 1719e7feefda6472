import { ExpectedError } from '#app/platform/expected-error';
import { MIB, type PriceFileSource } from '../price-file-source';
import { settingAddress } from '../setting-address';
import { readDailyJson } from './daily-json.server';

const TYPES = ['application/json', 'text/json'];
const REMEDY = 'Set DAILY_JSON_URL, DAILY_JSON_SERIES and DAILY_JSON_LICENCE, the licence you hold.';

/** A paid or licensed feed of daily prices: its address, the operator's own series that it fills, and the licence held. */
export const dailyJsonSource: Required<PriceFileSource> = {
  read: readDailyJson,
  openFeed(settings) {
    const url = settingAddress(settings, 'DAILY_JSON_URL', REMEDY);
    const { DAILY_JSON_SERIES: fills, DAILY_JSON_LICENCE: licence } = settings;
    if (!fills) throw new ExpectedError(`DAILY_JSON_SERIES is not set. ${REMEDY}`);
    if (!licence || licence.length < 3) throw new ExpectedError(`DAILY_JSON_LICENCE is not set. ${REMEDY}`);
    return { licence, plan: () => ({ url, types: TYPES, maxBytes: 8 * MIB, maxUnpackedBytes: 16 * MIB, fills }) };
  },
};
