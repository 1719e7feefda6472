import { useTranslation } from 'react-i18next';
import type { Formats } from './format';
import { useFormat } from './use-format';

export type Translate = (key: string, params?: Record<string, string | number>) => string;

/** A reader's language and figures, as pure functions take them. */
export type Words = { t: Translate; format: Formats };

export function useWords(): Words {
  const { t } = useTranslation();
  const format = useFormat();
  return { t: (key, params) => t(key, params ?? {}), format };
}
