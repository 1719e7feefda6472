import { useTranslation } from 'react-i18next';
import { shippedText, titleLanguage } from '#app/platform/i18n/shipped-text';

/** A publisher's name and licence as a credit asks for them, marked as English where they are a title. */
export function SourceName({ children }: { children: string }) {
  const { t } = useTranslation();
  return <span lang={titleLanguage(children)}>{shippedText(t, children)}</span>;
}
