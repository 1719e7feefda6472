import { useTranslation } from 'react-i18next';
import type { Formats } from '#app/platform/i18n/format';
import { useFormat } from '#app/platform/i18n/use-format';
import type { Translate } from '../lots/lot-title';

/** The reader's language and figures, as the pure functions of this room take them. */
export function useWords(): { t: Translate; format: Formats } {
  const { t } = useTranslation();
  const format = useFormat();
  return { t: (key, params) => t(key, params ?? {}), format };
}
