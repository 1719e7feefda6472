import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import type { Words } from './indicators/figure-text';

/** The reader's language and figures, as the pure functions of this room take them. */
export function useWords(): Words {
  const { t } = useTranslation();
  const format = useFormat();
  return { t: (key, params) => t(key, params ?? {}), format };
}
