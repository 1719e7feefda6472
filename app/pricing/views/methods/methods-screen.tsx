import { useTranslation } from 'react-i18next';
import { Card } from '#app/ui/layout/card';
import { CellGrid, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { Method } from '../../methods/method';
import { MethodCard } from './method-card';

/** Every method in force with its terms and approval, and how they are read. */
export function MethodsScreen({ methods }: { methods: readonly Method[] }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('pricing:methods.title')} sub={t('pricing:methods.sub')} />
      <Stack>
        <CellGrid most={3}>
          <Card title={t('pricing:methods.formula')} tone="green">
            <p>{t('pricing:methods.formulaText')}</p>
          </Card>
          <Card title={t('pricing:methods.verdict')}>
            <p>{t('pricing:methods.verdictText')}</p>
          </Card>
          <Card title={t('pricing:methods.never')}>
            <p>{t('pricing:methods.neverText')}</p>
          </Card>
        </CellGrid>
        <CellGrid most={2}>
          {methods.map((method) => (
            <MethodCard key={method.id} method={method} />
          ))}
        </CellGrid>
      </Stack>
    </>
  );
}
