import { useTranslation } from 'react-i18next';
import { formatsFor, type Formats } from './format';

/** Money, dates and weights as the reader of this page writes them. */
export function useFormat(): Formats {
  const { i18n } = useTranslation();
  return formatsFor(i18n.language);
}
