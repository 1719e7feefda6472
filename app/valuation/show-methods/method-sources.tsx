import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { seriesKeyText } from '#app/prices/series/labels';
import { seriesOfMethod, type Method } from '../methods/method';
import { Citation } from '../vocabulary/citation';

/** Where the figures come from, when that was so, and which prices they are taken of. */
export function MethodSources({ method }: { method: Method }) {
  const { t } = useTranslation();
  const format = useFormat();
  // A source that speaks for several levels is named once.
  const sources = [...new Map(method.sources.map((source) => [source.citation, source])).values()];
  return (
    <ul className="space-y-1.5">
      {sources.map((source) => (
        <li key={source.citation}>
          <Citation source={source} />
        </li>
      ))}
      {seriesOfMethod(method).map((series) => (
        <li key={series}>
          <a href={`/prices/${series}`} className="inline-block py-1">
            {`${t('pricing:methods.series')}${format.colon} ${seriesKeyText(t, series)}`}
          </a>{' '}
          <span className="text-xs text-soft">({series})</span>
        </li>
      ))}
    </ul>
  );
}
