import { useTranslation } from 'react-i18next';
import { Card } from '#app/ui/layout/card';
import { CellGrid, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { Method, MethodFamily } from '../methods/method';
import { FamilyCard } from './family-card';

const FAMILIES: readonly MethodFamily[] = ['contained-metal', 'comparables', 'contract-terms', 'cost-plus'];

/** Every method in force by the way it goes about a price, and how they are read. */
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
          {FAMILIES.filter((family) => methods.some((one) => one.family === family)).map((family) => (
            <FamilyCard key={family} family={family} methods={methods.filter((one) => one.family === family)} />
          ))}
        </CellGrid>
      </Stack>
    </>
  );
}
