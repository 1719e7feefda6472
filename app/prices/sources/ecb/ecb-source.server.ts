import { dayOf, dayStart } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { MIB, type PriceFileSource } from '../price-file-source';
import { settingAddress } from '../setting-address';
import { workingDaysBetween } from '../working-days';
import { ECB_SOURCE } from './ecb';
import { readEcb } from './ecb.server';

const TYPES = ['text/xml', 'application/xml'];
const DEFAULTS = {
  ECB_DAILY_URL: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
  ECB_90_DAYS_URL: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml',
};
const REMEDY = "Give the address of the Bank's file, or take the setting away.";

export const ecbSource: Required<PriceFileSource> = {
  read: readEcb,
  openFeed(settings) {
    const all = { ...DEFAULTS, ...settings };
    const daily = settingAddress(all, 'ECB_DAILY_URL', REMEDY);
    const quarter = settingAddress(all, 'ECB_90_DAYS_URL', REMEDY);
    return {
      licence: null,
      async plan(deps) {
        const url = (await manyDaysMissing(deps)) ? quarter : daily;
        return { url, types: TYPES, maxBytes: 4 * MIB, maxUnpackedBytes: 16 * MIB };
      },
    };
  },
};

/** The daily file holds one working day: when more may be missing, the file of ninety days is asked for. */
async function manyDaysMissing({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<boolean> {
  const newest = await db.priceImport.findFirst({
    where: { source: ECB_SOURCE },
    orderBy: { publishedOn: 'desc' },
    select: { publishedOn: true },
  });
  return !newest || workingDaysBetween(newest.publishedOn, dayStart(dayOf(clock.now()))) > 1;
}
