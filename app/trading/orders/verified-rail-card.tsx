import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Rail } from '#app/ui/display/rail';
import { Card } from '#app/ui/layout/card';
import type { RailCheck } from '../vocabulary/verified-rail';
import { CHECK_LABEL, CHECK_STATE } from '../vocabulary/labels';

/** The six checks that make an order a verified one, each with its day. */
export function VerifiedRailCard({ rail, verified }: { rail: readonly RailCheck[]; verified: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('trading:rail.title')} sub={t(verified ? 'trading:rail.subVerified' : 'trading:rail.sub')}>
      <Rail
        label={t('trading:rail.title')}
        checks={rail.map(({ key, state, at }) => ({
          label: t(CHECK_LABEL[key]),
          state,
          stateLabel: t(CHECK_STATE[state]),
          detail: at ? format.date(at) : t(CHECK_STATE[state]),
        }))}
      />
    </Card>
  );
}
