import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/ui/display/empty-state';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import type { Conflict } from './conflicts-page.server';

const TITLE = {
  'both-sides': 'identity:persons.conflicts.bothSides',
  'shared-device': 'identity:persons.conflicts.sharedDevice',
  'shared-account': 'identity:persons.conflicts.sharedAccount',
} as const;
const REMEDY = {
  'both-sides': 'identity:persons.conflicts.bothSidesRemedy',
  'shared-device': 'identity:persons.conflicts.sharedDeviceRemedy',
  'shared-account': 'identity:persons.conflicts.sharedAccountRemedy',
} as const;
const KINDS = ['both-sides', 'shared-device', 'shared-account'] as const;

/** What closes steps in this programme, by kind, each with its remedy. */
export function ConflictsScreen({ conflicts }: { conflicts: Conflict[] }) {
  const { t } = useTranslation();
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('identity:persons.conflicts.title')} sub={t('identity:persons.conflicts.sub')} />
      {conflicts.length === 0 ? <EmptyState title={t('identity:persons.conflicts.none')} icon="check" /> : null}
      <div className="space-y-5">
        {KINDS.filter((kind) => conflicts.some((one) => one.kind === kind)).map((kind) => (
          <Card key={kind} title={t(TITLE[kind])} sub={t(REMEDY[kind])}>
            <ul className="divide-y divide-line">
              {conflicts
                .filter((one) => one.kind === kind)
                .map(({ who, where }, index) => (
                  <li key={index} className="py-3">
                    {who.length > 0 ? <p className="font-semibold">{who.join(' · ')}</p> : null}
                    <p className="text-soft">{where.join(' · ')}</p>
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </div>
  );
}
