import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { seriesKeyText } from '../labels';
import { seriesOfMethod, type Method } from '../../methods/method';

/** Where the figures come from, when that was so, and which prices they are taken of. */
export function MethodSources({ method }: { method: Method }) {
  const { t } = useTranslation();
  const format = useFormat();
  // A source that speaks for several levels is named once.
  const sources = [...new Map(method.sources.map((source) => [source.citation, source])).values()];
  return (
    <ul className="space-y-1.5">
      {sources.map(({ citation, url, on }) => (
        <li key={citation}>
          {url ? (
            <a href={url} rel="noreferrer" className="inline-block py-1">
              {citation}
            </a>
          ) : (
            citation
          )}{' '}
          <span className="whitespace-nowrap text-soft">({format.date(on)})</span>
        </li>
      ))}
      {seriesOfMethod(method).map((series) => (
        <li key={series}>
          <a href={`/prices/${series}`} className="inline-block py-1">
            {t('pricing:methods.series')}: {seriesKeyText(t, series)}
          </a>{' '}
          <span className="text-xs text-soft">({series})</span>
        </li>
      ))}
    </ul>
  );
}
