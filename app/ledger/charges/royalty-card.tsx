import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import type { ChargesPage } from './charges-page.server';

interface RoyaltyCardProps {
  page: ChargesPage;
  values: Record<string, string>;
  problems: Problem[];
}

/** Whether the royalty is known: without it the cooperative cannot list, and an empty table is no answer. */
export function RoyaltyCard({ page: { royalty, cooperative, canWrite }, values, problems }: RoyaltyCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (royalty.state === 'entered') return null;
  return (
    <Card title={t('trading:charges.royalty')} id="royalty">
      {royalty.state === 'unset' ? (
        <Notice tone="warn" title={t('trading:charges.unsetTitle')}>
          {t('trading:charges.unsetText', { cooperative: cooperative.name })}
        </Notice>
      ) : (
        <p>
          {t('trading:charges.noneChecked', {
            ...{ name: royalty.byName, date: format.date(royalty.checkedOn), source: royalty.source },
          })}
        </p>
      )}
      {canWrite && royalty.state === 'unset' ? (
        <form method="post" className="mt-4 max-w-xl space-y-4">
          <RequestId of="royalty" />
          <TextInput
            name="noRoyaltySource"
            label={t('trading:charges.noneSource')}
            hint={t('trading:charges.noneSourceHint')}
            defaultValue={values['noRoyaltySource']}
            error={fieldError(problems, 'noRoyaltySource', t)}
            maxLength={300}
            required
          />
          <Button name="intent" value="none" kind="quiet">
            {t('trading:charges.confirmNone')}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
