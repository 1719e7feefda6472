import type { PriceFileSource } from '../price-file-source';
import { readPriceCsv } from './price-csv.server';

export const csvSource: PriceFileSource = { read: readPriceCsv };
