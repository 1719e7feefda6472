import { MIB, type PriceFileSource } from '../price-file-source';
import { settingAddress } from '../setting-address';
import { readPinkSheet } from './pink-sheet.server';

const TYPES = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/octet-stream'];

export const pinkSheetSource: Required<PriceFileSource> = {
  read: readPinkSheet,
  openFeed(settings) {
    const url = settingAddress(settings, 'PINK_SHEET_URL', 'Copy the link of "Monthly prices" from the World Bank.');
    return { licence: null, plan: () => ({ url, types: TYPES, maxBytes: 20 * MIB, maxUnpackedBytes: 20 * MIB }) };
  },
};
