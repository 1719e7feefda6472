import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import { methodKeyOf, type Method, type MethodFamily } from '../methods/method';
import { FAMILY_LABEL, methodText } from '../vocabulary/method-labels';
import { byApproverText } from '#app/platform/i18n/shipped-text';
import { LevelTerms } from './level-terms';

/** The methods that go the same way about a price, each by its name: opened, its three prices in short. */
export function FamilyCard({ family, methods }: { family: MethodFamily; methods: readonly Method[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t(FAMILY_LABEL[family])}>
      <ul className="divide-y divide-line">
        {methods.map((method) => (
          <li key={method.id} id={methodKeyOf(method.id)} className="py-1 first:pt-0 last:pb-0">
            <Disclosure summary={methodText(t, method)}>
              <Short method={method} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Short({ method }: { method: Method }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = methodText(t, method);
  return (
    <>
      <LevelTerms method={method} title={title} />
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        <Badge>{method.id}</Badge>
        {t('pricing:methods.approved', {
          by: byApproverText(t, method.approvedBy.name),
          date: format.date(method.approvedBy.on),
        })}
      </p>
      <p className="mt-1">
        <a href={`/methods/${methodKeyOf(method.id)}`} className="inline-block py-2">
          {t('pricing:methods.seeAll', { title })}
        </a>
      </p>
    </>
  );
}
