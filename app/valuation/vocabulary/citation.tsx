import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import type { MethodSource } from '../methods/method';
import { citationText } from './citation-text';

/** A source of a method's figures, with its day: in the reader's words, a document's title as it is. */
export function Citation({ source: { citation, url, on } }: { source: Omit<MethodSource, 'level'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, text } = citationText(t, citation);
  const words = (
    <>
      {title === null ? null : (
        <>
          <cite lang="en">{title}</cite>:{' '}
        </>
      )}
      {text}
    </>
  );
  return (
    <>
      {url ? (
        <a href={url} rel="noreferrer" className="inline-block py-1">
          {words}
        </a>
      ) : (
        words
      )}{' '}
      <span className="whitespace-nowrap text-soft">({format.date(on)})</span>
    </>
  );
}
