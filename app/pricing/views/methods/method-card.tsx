import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import { methodKeyOf, type Method } from '../../methods/method';
import { FAMILY_LABEL, methodText } from '../labels';
import { approverText } from '../words/shipped-text';
import { LevelTerms } from './level-terms';

/** A method among others: what it covers, its three prices, who approved it, and the way to all of it. */
export function MethodCard({ method }: { method: Method }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = methodText(t, method);
  return (
    <Card
      id={methodKeyOf(method.id)}
      title={title}
      sub={t(FAMILY_LABEL[method.family])}
      actions={<Badge>{method.id}</Badge>}
    >
      <LevelTerms method={method} title={title} />
      <p className="mt-3 text-sm text-soft">
        {t('pricing:methods.approved', {
          name: approverText(t, method.approvedBy.name),
          date: format.date(method.approvedBy.on),
        })}
      </p>
      <p className="mt-1">
        <a href={`/methods/${methodKeyOf(method.id)}`} className="inline-block py-2">
          {t('pricing:methods.seeAll', { title })}
        </a>
      </p>
    </Card>
  );
}
